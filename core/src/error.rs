//! What can go wrong, as codes. The core composes no sentences: every code has its sentence in the locale files
//! (`error-<code>`), which says what happened and what to do next.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// Result of everything the core does.
pub type Result<T> = std::result::Result<T, Error>;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal $([$($param:literal),+])?),+ $(,)?) => {
        /// Why something was not done. A code exists only if someone can act on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
        pub enum Code { $($(#[$doc])* #[serde(rename = $text)] $name),+ }

        impl Code {
            /// Every code, for the tests that hold the locale files complete.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The code as it stands in JSON and in the locale files.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text),+ }
            }

            /// Parameters that the code always carries, so that its sentence may use them.
            pub fn params(self) -> &'static [&'static str] {
                match self { $(Code::$name => &[$($($param),+)?]),+ }
            }
        }
    };
}

codes! {
    /// The program failed in a way the user cannot mend; the log knows more.
    Broken = "broken",
    /// No verb of that name, or its input is not of the expected form.
    BadCall = "bad-call" ["detail"],
    /// Nobody is signed in with this session.
    SignInFirst = "sign-in-first",
    /// The session is locked (idle or by hand).
    SessionLocked = "session-locked",
    /// The signed-in person has no right to this.
    Denied = "denied" ["action"],
    /// Name or password do not match.
    WrongPassword = "wrong-password",
    /// The PIN does not match, or the person has none.
    WrongPin = "wrong-pin",
    /// Too many failed tries.
    TooManyTries = "too-many-tries" ["seconds"],
    /// A required field is empty.
    Missing = "missing" ["field"],
    /// A text is longer than `max` characters.
    TooLong = "too-long" ["field", "max"],
    /// A field has a value that cannot be used.
    Invalid = "invalid" ["field", "value"],
    /// A time that cannot be read.
    TimeUnreadable = "time-unreadable" ["value"],
    /// A time in the future.
    TimeInFuture = "time-in-future" ["value"],
    /// A time before the fact it must follow.
    TimeTooEarly = "time-too-early" ["value", "earliest"],
    /// A time after the fact that followed it.
    TimeTooLate = "time-too-late" ["value", "latest"],
    /// A time more than a week back: a supervisor lets that `day` be entered. Param `now`.
    TimeLongAgo = "time-long-ago" ["value", "now", "day"],
    /// The computer's time `now` lies before the last act, at `last`.
    ClockBack = "clock-back" ["last", "now"],
    /// The computer's time `now` lies more than a week after the last act, at `last`.
    ClockAhead = "clock-ahead" ["last", "now"],
    /// A phone number with other signs than digits, `+`, `-`, `#`, blanks.
    BadPhone = "bad-phone" ["value"],
    /// The password is shorter than `min` characters.
    PasswordShort = "password-short" ["min"],
    /// The PIN is not four to eight digits.
    PinForm = "pin-form",
    /// Another's PIN may be cleared, never chosen.
    PinIsOwn = "pin-is-own",
    /// The person has a PIN already. Param `name`.
    PinThere = "pin-there" ["name"],
    /// Nobody else could sign in and manage people.
    LastAdministrator = "last-administrator",
    /// The department still has open orders.
    DepartmentBusy = "department-busy" ["count"],
    /// The office needs a service desk and one department that does the work.
    DepartmentNeeded = "department-needed",
    /// This deputy already stands in for this person on some of these days.
    DeputyOverlaps = "deputy-overlaps" ["name"],
    /// The record was changed by someone else meanwhile.
    Stale = "stale",
    /// The record does not exist.
    NotFound = "not-found" ["what", "id"],
    /// A record of that name or number exists.
    Duplicate = "duplicate" ["what"],
    /// The ledger already has an office.
    AlreadySetUp = "already-set-up",
    /// The ledger has no office yet.
    NotSetUp = "not-set-up",
    /// The order's state does not allow the step. Params `state`, `step`.
    StepNotNow = "step-not-now" ["state", "step"],
    /// The requester must agree to the fee before the work is finished (R20).
    AgreeFeeFirst = "agree-fee-first",
    /// The owner's own material `name` is checked before the work is finished (R21).
    CheckMaterialFirst = "check-material-first" ["name"],
    /// The owner gave the work up when told that his material `name` will not do (R21).
    OwnerGaveUp = "owner-gave-up" ["name"],
    /// The supervisor signs before copy 1 returns (R13).
    CountersignFirst = "countersign-first",
    /// Printed copies are still out: bring them back or record them as lost (R10).
    CopiesOut = "copies-out",
    /// Not enough unanswered calls on enough days, or no message left (R16).
    UnreachedTooEarly = "unreached-too-early",
    /// The order's own worker cannot witness a signature on its paper.
    OwnPaperSignature = "own-paper-signature",
    /// One's own work is signed off by someone else (R13, R16).
    OwnWork = "own-work",
    /// Who signed by PIN or on the screen is not corrected into someone else.
    SignedByHand = "signed-by-hand" ["name"],
    /// The person does not lead the executing department nor stand in for who does (R13). Param `name`.
    NotTheSupervisor = "not-the-supervisor" ["name"],
    /// Only a lost copy is replaced. Param `copy`.
    CopyNotLost = "copy-not-lost" ["copy"],
    /// The desk's copy is lost: replace it first (R10).
    DeskCopyLost = "desk-copy-lost",
    /// The request's state does not allow the step. Params `state`, `step`.
    RequestStepNotNow = "request-step-not-now" ["state", "step"],
    /// A review must find a plan before the requester can accept it (R19).
    PlanFirst = "plan-first",
    /// The schedule does not settle the price: no crew before the owner accepted plan and price (R19).
    ConsentFirst = "consent-first",
    /// What was agreed is not what the work comes to: `amount`.
    FeeDiffers = "fee-differs" ["value", "amount"],
    /// An order with an open `amount` is archived only once it is paid, waived or on account (掛賬).
    OpenAmount = "open-amount" ["amount"],
    /// More than is open, or than was paid: at most `amount`.
    MoreThanOpen = "more-than-open" ["value", "amount"],
    /// Who took the money does not receive it as well.
    OwnTakings = "own-takings",
    /// A waiver, or what is left on account, moves no money and has no receipt.
    NoReceipt = "no-receipt",
    /// No estimate of the request holds, so that none is printed. Param `no` of the request.
    NoEstimate = "no-estimate" ["no"],
    /// Nobody took money that is not handed over.
    NothingToHandOver = "nothing-to-hand-over",
    /// Only a household's request that is not urgent waits for a crew (R6).
    GoesAtOnce = "goes-at-once",
    /// Without a phone nobody can be called when a crew is free: add it to the request first (R6).
    PhoneNeeded = "phone-needed",
    /// The supervisor was not asked yet (R5).
    NothingAsked = "nothing-asked",
    /// Contact the department or outside party first, then close as helped (R5).
    ContactFirst = "contact-first",
    /// Other reports are joined to this one; it carries them and cannot itself be joined.
    CarriesOthers = "carries-others",
    /// A number that no such field can hold: below `least`, over `most`.
    OutOfBounds = "out-of-bounds" ["value", "least", "most"],
    /// A sum or product is more than a form can say.
    AmountTooLarge = "amount-too-large" ["most"],
    /// The amount agreed lies outside the item's range.
    AgreedOutsideRange = "agreed-outside-range" ["value", "from", "to"],
    /// An amount was agreed for an item that has its price. Param `item`.
    PriceIsFixed = "price-is-fixed" ["item"],
    /// The item has no such variant.
    UnknownVariant = "unknown-variant" ["item", "variant"],
    /// Two variants that cannot both be so, or one named twice.
    VariantsClash = "variants-clash" ["first", "second"],
    /// The list does not price the item's material so.
    PriceNotListed = "price-not-listed" ["item", "value"],
    /// The item's price does not cover material.
    MaterialNotIncluded = "material-not-included" ["item"],
    /// The schedule's price contradicts itself: no step of time, a range or limits the wrong way round.
    PriceUnsound = "price-unsound" ["item"],
    /// An item that nobody could be charged by, as it is typed: its field says which price, limit or variant.
    ItemUnsound = "item-unsound" ["item"],
    /// A version that is published or was given up is never changed (R35). Param `name`.
    ScheduleFixed = "schedule-fixed" ["name"],
    /// A version without items cannot be published.
    ScheduleEmpty = "schedule-empty",
    /// A version must begin after the newest published one. Params `name` and `from` of that one.
    ValidityOverlaps = "validity-overlaps" ["name", "from"],
    /// More rows than a file may hold: narrow the filter.
    TooManyRows = "too-many-rows" ["max"],
    /// The file is no spreadsheet that the program reads.
    SheetUnreadable = "sheet-unreadable" ["file"],
    /// The spreadsheet opens only with a password.
    SheetPassword = "sheet-password" ["file"],
    /// Nothing stands in the file or sheet.
    SheetEmpty = "sheet-empty",
    /// The file, or the text of one sheet, is larger than `limit` megabytes.
    SheetTooBig = "sheet-too-big" ["limit"],
    /// The packed file swells beyond all measure (`limit` megabytes) when it is unpacked.
    SheetBomb = "sheet-bomb" ["limit"],
    /// Something stands below the last row that is read.
    SheetRows = "sheet-rows" ["limit"],
    /// Something stands right of the last column that is read.
    SheetColumns = "sheet-columns" ["row", "limit"],
    /// The text fits none of the encodings that are known.
    SheetEncoding = "sheet-encoding",
    /// A formula whose value was not saved.
    SheetFormula = "sheet-formula" ["row", "column"],
    /// A cell shows an error of the spreadsheet, such as `#REF!`.
    SheetCellError = "sheet-cell-error" ["row", "column", "value"],
    /// No row names the columns of a price list.
    SheetNoHeading = "sheet-no-heading",
    /// A second list stands beside the first; its names begin in this column.
    SheetSideBySide = "sheet-side-by-side" ["column"],
    /// Nothing stands beside anything.
    SheetOneColumn = "sheet-one-column",
    /// A merged block covers cells that hold something else.
    SheetMergedOver = "sheet-merged-over" ["range"],
    /// What a column holds was proposed and not confirmed, or nobody has said it.
    SheetColumnOpen = "sheet-column-open" ["column"],
    /// The file is not the one that was looked at.
    SheetChanged = "sheet-changed" ["file"],
    /// A row that was not understood, and `count - 1` more, were neither settled by a person nor left out.
    RowUnsettled = "row-unsettled" ["row", "count"],
    /// Households, residents or areas in use hang on the place; they are closed first.
    PlaceBusy = "place-busy" ["count"],
    /// Another process has the ledger open for writing.
    LedgerLocked = "ledger-locked",
    /// The ledger was written by a newer program.
    LedgerNewer = "ledger-newer" ["found", "known"],
    /// The file is cut short or damaged.
    LedgerDamaged = "ledger-damaged",
    /// The file is not a ledger.
    NotALedger = "not-a-ledger" ["path"],
    /// The key does not fit the ledger.
    WrongKey = "wrong-key",
    /// The ledger's key is neither in its file nor to be had from the keyring now.
    KeyMissing = "key-missing",
    /// There is no ledger at that place.
    LedgerMissing = "ledger-missing" ["path"],
    /// The disk is full.
    DiskFull = "disk-full",
    /// A file or folder could not be read or written; `path` is `none` where it is not known.
    FileTrouble = "file-trouble" ["path"],
    /// The system does not let the program write there; `path` is `none` where it is not known.
    NoAccess = "no-access" ["path"],
    /// No folder for backups has been chosen yet.
    NoBackupFolder = "no-backup-folder",
    /// The folder for backups is not there: an unplugged disk, a network drive that is away.
    BackupFolderGone = "backup-folder-gone" ["path"],
    /// The file is no backup, or is not there.
    NotABackup = "not-a-backup" ["path"],
    /// The text is no head of a chain: neither a scanned code nor at least sixteen digits of a hash.
    NotAHead = "not-a-head",
    /// The backup is cut short or damaged.
    BackupDamaged = "backup-damaged" ["path"],
    /// The backup belongs to another ledger.
    LedgerForeign = "ledger-foreign",
    /// The checks found faults in a ledger or backup.
    Untrue = "untrue" ["count"],
    /// Another long work (backup, check, restore) is under way.
    Busy = "busy",
    /// Someone stopped the work; nothing was changed.
    Cancelled = "cancelled",
    /// There is no printer of that name, or no print system.
    PrinterMissing = "printer-missing" ["printer"],
    /// The print system did not take the job.
    PrintRefused = "print-refused" ["printer"],
}

/// An error for the user: a code and what to fill into its sentence.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Error {
    pub code: Code,
    pub params: BTreeMap<String, String>,
    /// Input field the error belongs to, when there is one.
    pub field: Option<String>,
    /// For the log only; never holds residents' data and never reaches the screen.
    #[serde(skip)]
    #[ts(skip)]
    pub cause: Option<String>,
}

impl Error {
    /// An error with no parameters.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
            field: None,
            cause: None,
        }
    }

    /// Adds a parameter of the sentence.
    pub fn with(mut self, key: &str, value: impl fmt::Display) -> Self {
        self.params.insert(key.to_owned(), value.to_string());
        self
    }

    /// Names the input field that must be mended.
    pub fn on(mut self, field: &str) -> Self {
        self.params
            .entry("field".to_owned())
            .or_insert_with(|| field.to_owned());
        self.field = Some(field.to_owned());
        self
    }

    /// Names the part of the input, such as `lines.0`, in which the field lies.
    pub fn within(mut self, part: &str) -> Self {
        let field = match self.field.take() {
            Some(field) => format!("{part}.{field}"),
            None => part.to_owned(),
        };
        self.params.insert("field".to_owned(), field.clone());
        self.field = Some(field);
        self
    }

    /// A required field is empty.
    pub fn missing(field: &str) -> Self {
        Self::new(Code::Missing).on(field)
    }

    /// A field has a value that cannot be used.
    pub fn invalid(field: &str, value: impl fmt::Display) -> Self {
        Self::new(Code::Invalid).with("value", value).on(field)
    }

    /// A record that is not there.
    pub fn not_found(what: &str, id: impl fmt::Display) -> Self {
        Self::new(Code::NotFound).with("what", what).with("id", id)
    }

    /// Names the file or folder in the sentence.
    pub fn at(self, path: &std::path::Path) -> Self {
        if self.code.params().contains(&"path") {
            self.with("path", path.display())
        } else {
            self
        }
    }

    /// Something the user cannot mend; `cause` goes to the log.
    pub fn broken(cause: impl fmt::Display) -> Self {
        let mut error = Self::new(Code::Broken);
        error.cause = Some(cause.to_string());
        error
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code.as_str())?;
        for (key, value) in &self.params {
            write!(f, " {key}={value}")?;
        }
        if let Some(cause) = &self.cause {
            write!(f, " ({cause})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let code = match error.kind() {
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => Code::DiskFull,
            K::PermissionDenied | K::ReadOnlyFilesystem => Code::NoAccess,
            _ => Code::FileTrouble,
        };
        let mut out = Self::new(code);
        if code != Code::DiskFull {
            out = out.with("path", "none");
        }
        out.cause = Some(error.to_string());
        out
    }
}

#[cfg(test)]
mod tests;
