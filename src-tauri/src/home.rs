//! Where the program keeps its files on this computer.

use std::io;
use std::path::{Path, PathBuf};

use tauri::Runtime;
use tauri::path::PathResolver;

/// Environment variable that puts the files elsewhere.
const ELSEWHERE: &str = "REPAIR_DESK_HOME";

/// The folder of ledger, key file, log and spool; made if it is not there, for the user alone.
pub fn folder<R: Runtime>(paths: &PathResolver<R>) -> io::Result<PathBuf> {
    let home = match std::env::var_os(ELSEWHERE) {
        Some(folder) => PathBuf::from(folder),
        None => paths.app_local_data_dir().map_err(io::Error::other)?,
    };
    make_private(&home)?;
    Ok(home)
}

/// The ledger in that folder.
pub fn ledger(home: &Path) -> PathBuf {
    home.join("office.ledger")
}

/// Makes a folder that only the user may enter, or closes one that is there to all others.
pub fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
        }
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
