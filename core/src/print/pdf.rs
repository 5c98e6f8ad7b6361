//! Pages as PDF bytes. The only user of `printpdf`.
//!
//! Drawing and text are kept apart: the lines of a page become a small stream of their own that pages with the same
//! grid share. A large file is made in parts, so that it never stands in memory as pages.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::OnceLock;

use lopdf::{Document, Object, ObjectId, dictionary};
use printpdf::{
    Color, DictItem, ExternalStream, ExternalXObject, FontId, Greyscale, Mm, Op, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt,
    TextItem, TextMatrix, XObject, XObjectId, XObjectTransform, to_lopdf_doc,
};

use super::embedded;
use super::page::{PT, PrintFace, PrintItem, PrintPage};
use crate::{Error, Result};

/// Pages of one part of a file. Each part has its own subset of the fonts.
const PART: usize = 600;

/// One PDF file of `pages`, which are taken one by one.
///
/// Errors: [`crate::Code::Broken`] when the file could not be made.
pub fn to_pdf(title: &str, pages: impl IntoIterator<Item = PrintPage>) -> Result<Vec<u8>> {
    let mut file = File::new();
    let mut pages = pages.into_iter().peekable();
    while pages.peek().is_some() {
        file.append(part(title, pages.by_ref().take(PART))?)?;
    }
    file.bytes()
}

/// A file that grows by parts.
struct File {
    document: Document,
    tree: ObjectId,
    pages: Vec<Object>,
}

impl File {
    fn new() -> Self {
        let mut document = Document::with_version("1.5");
        let tree = document.new_object_id();
        Self {
            document,
            tree,
            pages: Vec::new(),
        }
    }

    /// Takes over the objects of `part`, whose pages follow those already here.
    fn append(&mut self, mut part: Document) -> Result<()> {
        part.renumber_objects_with(self.document.max_id + 1);
        self.document.max_id = part.max_id;
        for id in part.get_pages().into_values() {
            let page = part.get_dictionary_mut(id).map_err(Error::broken)?;
            page.set("Parent", self.tree);
            self.pages.push(id.into());
        }
        let root = part.trailer.get(b"Root").and_then(Object::as_reference);
        let root = root.map_err(Error::broken)?;
        let catalog = part.get_dictionary(root).map_err(Error::broken)?;
        let tree = catalog.get(b"Pages").and_then(Object::as_reference);
        part.objects.remove(&tree.map_err(Error::broken)?);
        part.objects.remove(&root);
        if let Ok(info) = part.trailer.get(b"Info") {
            self.document.trailer.set("Info", info.clone());
        }
        self.document.objects.append(&mut part.objects);
        Ok(())
    }

    fn bytes(mut self) -> Result<Vec<u8>> {
        let count = i64::try_from(self.pages.len()).map_err(Error::broken)?;
        let tree = dictionary! { "Type" => "Pages", "Count" => count, "Kids" => self.pages };
        self.document.set_object(self.tree, tree);
        let catalog = dictionary! { "Type" => "Catalog", "Pages" => self.tree };
        let catalog = self.document.add_object(catalog);
        self.document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        // What is no stream is packed too.
        self.document.save_modern(&mut bytes)?;
        Ok(bytes)
    }
}

/// One part of a file, its streams packed.
fn part(title: &str, pages: impl Iterator<Item = PrintPage>) -> Result<Document> {
    let mut document = PdfDocument::new(title);
    for face in PrintFace::ALL {
        let font = PdfFont::new(parsed(face).clone());
        document.resources.fonts.map.insert(font_id(face), font);
    }
    let mut drawings = Drawings::default();
    document.pages = pages
        .map(|page| {
            let mut ops = Vec::new();
            for id in drawings.of_page(&page) {
                let transform = XObjectTransform::default();
                ops.push(Op::UseXobject { id, transform });
            }
            texts(&page, &mut ops);
            ops.shrink_to_fit();
            PdfPage::new(Mm(page.width), Mm(page.height), ops)
        })
        .collect();
    document.resources.xobjects.map = drawings.streams;

    let mut warnings = Vec::new();
    let mut part = to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut warnings);
    let error = warnings
        .iter()
        .find(|warning| warning.severity == PdfParseErrorSeverity::Error);
    if let Some(error) = error {
        return Err(Error::broken(&error.msg));
    }
    for object in part.objects.values_mut() {
        if let Object::Stream(stream) = object
            && let Some(font) = embedded::drawn(&stream.content)
        {
            let length = i64::try_from(font.len()).map_err(Error::broken)?;
            stream.dict.set("Length1", length);
            stream.set_content(font);
        }
    }
    part.compress();
    Ok(part)
}

/// The fonts as `printpdf` wants them, parsed once per process.
fn parsed(face: PrintFace) -> &'static ParsedFont {
    static FONTS: [OnceLock<ParsedFont>; 2] = [const { OnceLock::new() }; 2];
    FONTS[face as usize].get_or_init(|| {
        ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).expect("the bundled font is whole")
    })
}

/// Six capitals, as the name of an embedded part of a font begins.
fn font_id(face: PrintFace) -> FontId {
    FontId(match face {
        PrintFace::Body => "BODYFT".to_owned(),
        PrintFace::Filled => "FILLFT".to_owned(),
    })
}

/// A text of a page, in points from the lower left corner.
struct Placed<'a> {
    face: PrintFace,
    size: f32,
    ink: f32,
    turned: bool,
    x: f32,
    y: f32,
    text: &'a str,
}

/// Texts, those of one face and size together, those of one base line in one operator.
fn texts(page: &PrintPage, ops: &mut Vec<Op>) {
    let mut placed: Vec<_> = page
        .items
        .iter()
        .filter_map(|item| match item {
            PrintItem::Text {
                x,
                y,
                size,
                face,
                turned,
                ink,
                text,
                ..
            } => Some(Placed {
                face: *face,
                size: *size,
                ink: *ink,
                turned: *turned,
                x: points(*x),
                y: points(page.height - y),
                text,
            }),
            _ => None,
        })
        .collect();
    placed.sort_by(|a, b| {
        (a.face as u8, a.turned)
            .cmp(&(b.face as u8, b.turned))
            .then(a.size.total_cmp(&b.size))
            .then(a.ink.total_cmp(&b.ink))
            .then(b.y.total_cmp(&a.y))
            .then(a.x.total_cmp(&b.x))
    });
    let same_line = |a: &Placed<'_>, b: &Placed<'_>| {
        !a.turned
            && (a.face, a.turned, a.size, a.ink, a.y) == (b.face, b.turned, b.size, b.ink, b.y)
    };
    let (mut font, mut colour) = (None, None);
    ops.push(Op::StartTextSection);
    for line in placed.chunk_by(same_line) {
        let first = &line[0];
        if font.replace((first.face, first.size)) != Some((first.face, first.size)) {
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(first.face)),
                size: Pt(first.size),
            });
        }
        if colour.replace(first.ink) != Some(first.ink) {
            ops.push(Op::SetFillColor {
                col: Color::Greyscale(Greyscale::new(1.0 - first.ink, None)),
            });
        }
        let [a, b, c, d] = if first.turned {
            [0.0, -1.0, 1.0, 0.0]
        } else {
            [1.0, 0.0, 0.0, 1.0]
        };
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([a, b, c, d, first.x, first.y]),
        });
        ops.push(Op::ShowText { items: shown(line) });
    }
    ops.push(Op::EndTextSection);
}

/// The texts of one base line, with the way from the end of each to the next in thousandths of an em to the left.
fn shown(line: &[Placed<'_>]) -> Vec<TextItem> {
    let mut items = Vec::with_capacity(line.len() * 2 - 1);
    let mut pen = line[0].x;
    for (index, placed) in line.iter().enumerate() {
        if index > 0 {
            items.push(TextItem::Offset((pen - placed.x) / placed.size * 1000.0));
        }
        items.push(TextItem::Text(placed.text.to_owned()));
        // The file states advances in whole thousandths.
        let advance = |c| (placed.face.advance(c).unwrap_or(0.0) * 1000.0).floor();
        let thousandths: f32 = placed.text.chars().map(advance).sum();
        pen = placed.x + thousandths * placed.size / 1000.0;
    }
    items
}

/// mm → pt, to a hundredth.
fn points(mm: f32) -> f32 {
    (mm / PT * 100.0).round() / 100.0
}

/// The drawings of all pages, each kept once.
#[derive(Default)]
struct Drawings {
    known: HashMap<String, XObjectId>,
    streams: BTreeMap<XObjectId, XObject>,
}

impl Drawings {
    /// The grid, which other pages may share, and what is this page's own.
    fn of_page(&mut self, page: &PrintPage) -> Vec<XObjectId> {
        let (mut grid, mut own) = (String::new(), String::new());
        for item in &page.items {
            match item {
                PrintItem::Line { .. } | PrintItem::Frame { .. } | PrintItem::Fill { .. } => {
                    draw(item, page.height, &mut grid);
                }
                _ => draw(item, page.height, &mut own),
            }
        }
        let size = (page.width, page.height);
        let mut out = Vec::new();
        if !grid.is_empty() {
            out.push(match self.known.get(&grid) {
                Some(id) => id.clone(),
                None => {
                    let id = self.add(&grid, size);
                    self.known.insert(grid, id.clone());
                    id
                }
            });
        }
        if !own.is_empty() {
            out.push(self.add(&own, size));
        }
        out
    }

    fn add(&mut self, content: &str, size: (f32, f32)) -> XObjectId {
        let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
        let corners = [0.0, 0.0, points(size.0), points(size.1)];
        let dict = BTreeMap::from([
            ("Type".to_owned(), name("XObject")),
            ("Subtype".to_owned(), name("Form")),
            (
                "BBox".to_owned(),
                DictItem::Array(corners.map(DictItem::Real).to_vec()),
            ),
        ]);
        let id = XObjectId(format!("D{}", self.streams.len()));
        let stream = ExternalStream {
            dict,
            content: content.as_bytes().to_vec(),
            compress: true,
        };
        let drawing = ExternalXObject {
            stream,
            width: None,
            height: None,
            dpi: None,
        };
        self.streams.insert(id.clone(), XObject::External(drawing));
        id
    }
}

/// Appends the operators of one drawn item. PDF counts points from the lower left corner.
fn draw(item: &PrintItem, height: f32, out: &mut String) {
    let (px, py) = (points, |y: f32| points(height - y));
    let written = match item {
        PrintItem::Text { .. } => Ok(()),
        PrintItem::Line {
            x1,
            y1,
            x2,
            y2,
            width,
            dashed,
            ink,
        } => {
            let dash = if *dashed { "[2 2] 0 d" } else { "[] 0 d" };
            let (grey, width) = (1.0 - ink, px(*width));
            let (x1, y1, x2, y2) = (px(*x1), py(*y1), px(*x2), py(*y2));
            writeln!(out, "{grey} G {width} w {dash} {x1} {y1} m {x2} {y2} l S")
        }
        PrintItem::Frame { x, y, w, h, width } => {
            let (x, y, w, h, width) = (px(*x), py(y + h), px(*w), px(*h), px(*width));
            writeln!(out, "0 G {width} w [] 0 d {x} {y} {w} {h} re S")
        }
        PrintItem::Fill { x, y, w, h, ink } => {
            let (x, y, w, h, grey) = (px(*x), py(y + h), px(*w), px(*h), 1.0 - ink);
            writeln!(out, "{grey} g {x} {y} {w} {h} re f")
        }
        PrintItem::Stroke {
            points: path,
            width,
        } => {
            let path: Vec<_> = path.iter().map(|[x, y]| (px(*x), py(*y))).collect();
            stroke(&path, px(*width), out)
        }
        PrintItem::Code {
            x,
            y,
            side,
            modules,
            runs,
        } => code(px(*x), py(y + side), px(*side), *modules, runs, out),
    };
    written.expect("a string grows");
}

fn stroke(path: &[(f32, f32)], width: f32, out: &mut String) -> std::fmt::Result {
    write!(out, "q 0 G {width} w 1 J 1 j")?;
    for (index, (x, y)) in path.iter().enumerate() {
        let operator = if index == 0 { 'm' } else { 'l' };
        write!(out, " {x} {y} {operator}")?;
    }
    // A path of one point is a dot.
    if let [(x, y)] = path {
        write!(out, " {x} {y} l")?;
    }
    writeln!(out, " S Q")
}

fn code(
    x: f32,
    y: f32,
    side: f32,
    modules: u16,
    runs: &[[u16; 3]],
    out: &mut String,
) -> std::fmt::Result {
    // Whole numbers inside a scaled frame keep the stream short and the edges exact.
    let module = side / f32::from(modules);
    write!(out, "q 0 g {module} 0 0 {module} {x} {y} cm")?;
    for [column, row, length] in runs {
        write!(out, " {column} {} {length} 1 re", modules - row - 1)?;
    }
    writeln!(out, " f Q")
}
