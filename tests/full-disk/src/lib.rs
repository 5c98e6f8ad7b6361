//! A layer between SQLite and the disk that answers "disk full" when a test says so: at any write, in the ledger, its
//! log or a copy of it, without the right to mount anything.
//!
//! The layer is SQLite's own default one with another `xWrite`. Only what the thread that armed it writes is refused,
//! so that tests may run beside one another.

use std::cell::Cell;
use std::ffi::{c_char, c_int, c_void};
use std::sync::{Mutex, Once, OnceLock};

use rusqlite::ffi;

thread_local! {
    /// Writes that still pass before the disk is full; `None` while the disk has room.
    static ROOM: Cell<Option<u32>> = const { Cell::new(None) };
    /// Whether a write was refused since the disk was armed.
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// The disk takes `writes` more writes of this thread and is full from then on, until [`make_room`].
pub fn fill_after(writes: u32) {
    install();
    REFUSED.set(false);
    ROOM.set(Some(writes));
}

/// There is room again. Returns whether anything was refused.
pub fn make_room() -> bool {
    ROOM.set(None);
    REFUSED.get()
}

/// Puts the layer under every database that this process opens from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite's own default layer lives as long as the process. A copy of it with another name and another
        // way to open files is registered as the default and never freed.
        unsafe {
            let base = ffi::sqlite3_vfs_find(std::ptr::null());
            assert!(!base.is_null(), "SQLite has a default layer");
            let open = (*base).xOpen.expect("a layer opens files");
            BASE_OPEN.set(open).expect("installed once");
            let mut layer = Box::new(*base);
            layer.zName = c"may-be-full".as_ptr();
            layer.pNext = std::ptr::null_mut();
            layer.xOpen = Some(open_watched);
            let registered = ffi::sqlite3_vfs_register(Box::leak(layer), 1);
            assert_eq!(registered, ffi::SQLITE_OK);
        }
    });
}

type Open = unsafe extern "C" fn(
    *mut ffi::sqlite3_vfs,
    *const c_char,
    *mut ffi::sqlite3_file,
    c_int,
    *mut c_int,
) -> c_int;
type Write =
    unsafe extern "C" fn(*mut ffi::sqlite3_file, *const c_void, c_int, ffi::sqlite3_int64) -> c_int;

static BASE_OPEN: OnceLock<Open> = OnceLock::new();

/// SQLite's tables of file methods as addresses, each with the table that stands in for it and its own `xWrite`.
static METHODS: Mutex<Vec<(usize, usize, Write)>> = Mutex::new(Vec::new());

unsafe extern "C" fn open_watched(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let Some(open) = BASE_OPEN.get() else {
        return ffi::SQLITE_CANTOPEN;
    };
    // SAFETY: the arguments are SQLite's own; a file that was opened has a table of methods that lives as long as the
    // process, and so does the copy that takes its place.
    unsafe {
        let opened = open(vfs, name, file, flags, out_flags);
        if opened == ffi::SQLITE_OK && !(*file).pMethods.is_null() {
            (*file).pMethods = watched((*file).pMethods);
        }
        opened
    }
}

/// The table that stands in for one of SQLite's own.
unsafe fn watched(own: *const ffi::sqlite3_io_methods) -> *const ffi::sqlite3_io_methods {
    let mut known = METHODS.lock().unwrap_or_else(|e| e.into_inner());
    let found = known
        .iter()
        .find(|(from, to, _)| [*from, *to].contains(&(own as usize)));
    if let Some((_, to, _)) = found {
        return *to as *const ffi::sqlite3_io_methods;
    }
    // SAFETY: `own` is a table of SQLite's that is never freed.
    let mut copy = Box::new(unsafe { *own });
    let write = copy.xWrite.expect("a file can be written");
    copy.xWrite = Some(write_watched);
    let copy: *const ffi::sqlite3_io_methods = Box::leak(copy);
    known.push((own as usize, copy as usize, write));
    copy
}

unsafe extern "C" fn write_watched(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    match ROOM.get() {
        Some(0) => {
            REFUSED.set(true);
            return ffi::SQLITE_FULL;
        }
        Some(left) => ROOM.set(Some(left - 1)),
        None => {}
    }
    // SAFETY: `file` was opened by `open_watched`, so its table is one of ours.
    let mine = unsafe { (*file).pMethods } as usize;
    let known = METHODS.lock().unwrap_or_else(|e| e.into_inner());
    let write = known
        .iter()
        .find(|(_, to, _)| *to == mine)
        .map(|known| known.2);
    drop(known);
    match write {
        // SAFETY: the call goes on as SQLite made it.
        Some(write) => unsafe { write(file, bytes, amount, offset) },
        None => ffi::SQLITE_IOERR_WRITE,
    }
}
