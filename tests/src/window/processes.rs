//! The processes behind one window: a display, a message bus, the WebDriver and the program, in one process group
//! that is ended whole.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::home::Home;
use super::running::Running;

/// A bus without services: no keyring, no portal, nothing that starts by itself and asks.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// Running processes; ended when dropped.
pub struct Processes {
    display: Child,
    bus: Child,
    driver: Child,
    /// What a program needs to know to run beside them.
    pub settings: Vec<(String, OsString)>,
    /// Port on which the WebDriver listens.
    pub port: u16,
}

impl Processes {
    /// Starts a display, a bus and the WebDriver, which will start the program. `extra` settings go to all.
    pub fn start(home: &Home, extra: &[(&str, &str)]) -> Self {
        let (display, display_name) = start_display();
        let group = Pid::from_child(&display).as_raw_nonzero().get();
        let (bus, bus_address) = start_bus(home, group);
        let mut settings: Vec<(String, OsString)> = vec![
            ("DISPLAY".into(), display_name.into()),
            ("DBUS_SESSION_BUS_ADDRESS".into(), bus_address.into()),
            ("GDK_BACKEND".into(), "x11".into()),
            ("GTK_IM_MODULE".into(), "gtk-im-context-simple".into()),
            ("LIBGL_ALWAYS_SOFTWARE".into(), "1".into()),
            ("NO_AT_BRIDGE".into(), "1".into()),
            ("LANG".into(), "C.UTF-8".into()),
            ("HOME".into(), home.path().into()),
            ("XDG_RUNTIME_DIR".into(), home.runtime().into()),
            ("REPAIR_DESK_HOME".into(), home.desk().into()),
            ("REPAIR_DESK_PICK".into(), home.answer_file().into()),
            ("REPAIR_DESK_CLOCK".into(), home.clock_file().into()),
            ("REPAIR_DESK_PRINTER".into(), home.printer().into()),
        ];
        settings.extend(extra.iter().map(|(k, v)| (k.to_string(), v.into())));
        let port = free_port();
        let driver = lasting_no_longer("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .envs(settings.iter().map(|(k, v)| (k, v)))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(home.output("driver.log"))
            .stderr(home.output("driver.log"))
            .process_group(group)
            .spawn()
            .expect("WebKitWebDriver starts");
        let started = Self {
            display,
            bus,
            driver,
            settings,
            port,
        };
        started.wait_for_driver();
        started
    }

    /// What the WebDriver started.
    pub fn program(&self) -> Running {
        Running::child_of(self.driver.id()).expect("the program runs")
    }

    fn wait_for_driver(&self) {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "WebKitWebDriver does not answer"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        // Both calls fail only for processes that are gone already.
        let _ = kill_process_group(Pid::from_child(&self.display), Signal::KILL);
        for child in [&mut self.driver, &mut self.bus, &mut self.display] {
            let _ = child.wait();
        }
    }
}

/// A command that ends with the thread that started it, also when a test is stopped by force.
fn lasting_no_longer(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", program]);
    command.stdin(Stdio::null());
    command
}

/// The display leads the process group.
fn start_display() -> (Child, String) {
    let mut display = lasting_no_longer("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1440x900x24"])
        .args(["-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("Xvfb starts");
    let number = first_line(&mut display);
    assert!(!number.is_empty(), "Xvfb found no free display");
    (display, format!(":{number}"))
}

fn start_bus(home: &Home, group: i32) -> (Child, String) {
    let config = home.path().join("bus.conf");
    std::fs::write(&config, BUS).expect("home is writable");
    let mut bus = lasting_no_longer("dbus-daemon")
        .args(["--nofork", "--nopidfile", "--print-address=1"])
        .arg(format!("--config-file={}", config.display()))
        .stdout(Stdio::piped())
        .stderr(home.output("bus.log"))
        .process_group(group)
        .spawn()
        .expect("dbus-daemon starts");
    let address = first_line(&mut bus);
    assert!(!address.is_empty(), "the bus tells its address");
    (bus, address)
}

fn first_line(child: &mut Child) -> String {
    let mut line = String::new();
    let told = child.stdout.take().expect("standard output is a pipe");
    BufReader::new(told)
        .read_line(&mut line)
        .expect("standard output is text");
    line.trim().to_owned()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// The program under test, built by `./dev`.
pub fn program() -> PathBuf {
    let target = std::env::current_exe().expect("this test has a path");
    // target/debug/deps/e2e-… stands beside target/debug/repair-desk.
    let built = target.ancestors().nth(2).map(|dir| dir.join("repair-desk"));
    let program = built.filter(|path| path.exists());
    program.expect("repair-desk is built: use ./dev test e2e")
}

/// Folder of pictures and logs that outlive a test.
pub fn target(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../target")
        .join(name);
    std::fs::create_dir_all(&dir).expect("target is writable");
    dir
}
