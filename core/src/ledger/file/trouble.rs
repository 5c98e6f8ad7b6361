//! A disk that refuses at a chosen point, for tests: not everything can be brought about by laying something in the
//! way.

use std::cell::RefCell;
use std::io;
use std::path::Path;

/// What is asked of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// To make the renames in a folder last.
    Sync,
    /// To remove a file.
    Remove,
}

type Refuses = Box<dyn FnMut(Asked, &Path) -> bool>;

thread_local! {
    static DISK: RefCell<Option<Refuses>> = const { RefCell::new(None) };
}

/// Lasts until it is dropped.
pub struct Trouble;

impl Trouble {
    /// The disk refuses this thread whatever `refuses` says yes to.
    pub fn when(refuses: impl FnMut(Asked, &Path) -> bool + 'static) -> Self {
        DISK.with_borrow_mut(|disk| *disk = Some(Box::new(refuses)));
        Self
    }

    /// Refuses the syncs whose number passes; the first is 0.
    pub fn with_syncs(passes: impl Fn(usize) -> bool + 'static) -> Self {
        let mut count = 0;
        Self::when(move |asked, _| {
            let this = count;
            count += usize::from(asked == Asked::Sync);
            asked == Asked::Sync && passes(this)
        })
    }
}

impl Drop for Trouble {
    fn drop(&mut self) {
        DISK.with_borrow_mut(|disk| *disk = None);
    }
}

/// Errors: the disk refuses.
pub(super) fn ask(asked: Asked, path: &Path) -> io::Result<()> {
    let refused = DISK.with_borrow_mut(|disk| disk.as_mut().is_some_and(|no| no(asked, path)));
    match refused {
        true => Err(io::Error::other("the disk refuses")),
        false => Ok(()),
    }
}
