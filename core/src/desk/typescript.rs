//! The TypeScript declarations of every verb's input and output, made from the Rust types.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::desk::verbs::{self, TypeSink};
use crate::error::{Code, Error};

fn config() -> Config {
    // The largest integers here are milliseconds and cents: JavaScript's numbers hold both exactly.
    Config::new().with_large_int("number")
}

/// Hands a verb's types, and every type they are made of, to the sink.
pub(crate) fn walk<I: TS + 'static, O: TS + 'static>(
    sink: &mut dyn TypeSink,
    name: &'static str,
    writes: bool,
) {
    let cfg = config();
    sink.verb(name, writes, I::name(&cfg), O::name(&cfg));
    let mut visitor = Walk { sink, cfg };
    visitor.visit::<I>();
    visitor.visit::<O>();
}

struct Walk<'a> {
    sink: &'a mut dyn TypeSink,
    cfg: Config,
}

impl TypeVisitor for Walk<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.sink.seen(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.sink
                .declaration(T::ident(&self.cfg), T::decl(&self.cfg));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[derive(Default)]
struct Collected {
    verbs: Vec<(&'static str, bool, String, String)>,
    declarations: BTreeMap<String, String>,
    seen: HashSet<TypeId>,
    clashes: Vec<String>,
}

impl TypeSink for Collected {
    fn verb(&mut self, name: &'static str, writes: bool, input: String, output: String) {
        self.verbs.push((name, writes, input, output));
    }

    fn declaration(&mut self, name: String, text: String) {
        if let Some(other) = self.declarations.insert(name.clone(), text.clone())
            && other != text
        {
            self.clashes.push(name);
        }
    }

    fn seen(&mut self, id: TypeId) -> bool {
        !self.seen.insert(id)
    }
}

/// A verb's input and output in TypeScript, with every declaration they are made of.
#[derive(Debug)]
pub struct Described {
    pub input: String,
    pub output: String,
    pub declarations: BTreeMap<String, String>,
}

/// Describes one verb.
pub fn describe(verb: &verbs::Verb) -> Described {
    let mut collected = Collected::default();
    (verb.types)(&mut collected);
    let (_, _, input, output) = collected.verbs.swap_remove(0);
    Described {
        input,
        output,
        declarations: collected.declarations,
    }
}

/// The whole of `ui/src/bindings/verbs.ts`.
///
/// Panics when two different types share a name, which no caller could tell apart.
pub fn bindings() -> String {
    let mut collected = Collected::default();
    for verb in verbs::all() {
        (verb.types)(&mut collected);
    }
    let mut errors = Walk {
        sink: &mut collected,
        cfg: config(),
    };
    errors.visit::<Error>();
    errors.visit::<Code>();
    assert!(
        collected.clashes.is_empty(),
        "types of one name: {:?}",
        collected.clashes
    );

    let mut out = String::from("// Made from the Rust types by `./dev bindings`. Do not edit.\n\n");
    for text in collected.declarations.values() {
        let _ = writeln!(out, "export {text}");
    }
    out.push_str("\n/** Every verb with its input and output. */\nexport interface Verbs {\n");
    for (name, _, input, output) in &collected.verbs {
        let _ = writeln!(out, "  \"{name}\": {{ in: {input}; out: {output} }};");
    }
    out.push_str("}\n");
    out
}
