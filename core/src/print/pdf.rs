//! Pages as PDF bytes. The only user of `pdf-writer` and `subsetter`.
//!
//! Pages are written as they come, so that a file of a thousand orders never stands in memory as pages. What a page
//! has in common with the one before it (the three copies of an order) and grids of lines (all orders of a profile)
//! are written once.

use std::collections::HashMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{
    CidFontType, FontFlags, LineCapStyle, LineJoinStyle, SystemInfo, UnicodeCmap,
};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::page::{PT, PrintFace, PrintItem, PrintPage};
use crate::{Error, Result};

/// Fewer items in common than this are not worth sharing.
const WORTH_SHARING: usize = 12;

/// One PDF file of `pages`, which are taken one by one.
///
/// Errors: [`crate::Code::Broken`] when a font could not be embedded.
pub fn to_pdf(title: &str, pages: impl IntoIterator<Item = PrintPage>) -> Result<Vec<u8>> {
    let mut writer = Writer::new();
    let mut pages = pages.into_iter().peekable();
    while let Some(page) = pages.next() {
        writer.page(&page, pages.peek());
    }
    writer.finish(title)
}

struct Writer {
    pdf: Pdf,
    tree: Ref,
    last: Ref,
    pages: Vec<Ref>,
    fonts: [UsedFont; 2],
    /// Grids by their operators.
    grids: HashMap<Vec<u8>, Ref>,
    shared: Option<Shared>,
}

/// Items at the beginning of several pages.
struct Shared {
    items: Vec<PrintItem>,
    form: Ref,
}

/// The characters of one face that the file uses; a character's place is its code in the file.
struct UsedFont {
    font: Ref,
    codes: HashMap<char, u16>,
    chars: Vec<char>,
}

impl UsedFont {
    fn new(font: Ref) -> Self {
        Self {
            font,
            codes: HashMap::new(),
            chars: Vec::new(),
        }
    }

    /// Code 0 stays for what is missing in the font.
    fn code(&mut self, c: char) -> u16 {
        *self.codes.entry(c).or_insert_with(|| {
            self.chars.push(c);
            self.chars.len() as u16
        })
    }
}

/// Names of the fonts in the file, in the order of [`PrintFace::ALL`].
const FONT_NAMES: [Name<'static>; 2] = [Name(b"B"), Name(b"F")];
const GRID: Name<'static> = Name(b"G");
const SHARED: Name<'static> = Name(b"S");

impl Writer {
    fn new() -> Self {
        let mut last = Ref::new(2);
        let fonts = [(); 2].map(|()| UsedFont::new(last.bump()));
        Self {
            pdf: Pdf::new(),
            tree: Ref::new(1),
            last,
            pages: Vec::new(),
            fonts,
            grids: HashMap::new(),
            shared: None,
        }
    }

    fn page(&mut self, page: &PrintPage, next: Option<&PrintPage>) {
        let known = self
            .shared
            .take()
            .filter(|shared| page.items.starts_with(&shared.items));
        self.shared = known.or_else(|| self.share(page, next?));
        let (done, form) = match &self.shared {
            Some(shared) => (shared.items.len(), Some(shared.form)),
            None => (0, None),
        };
        let (content, grid) = self.content(&page.items[done..], page.height, form.is_some());
        let (contents, id) = (self.last.bump(), self.last.bump());
        let packed = deflate(&content);
        self.pdf
            .stream(contents, &packed)
            .filter(Filter::FlateDecode);
        let fonts = [self.fonts[0].font, self.fonts[1].font];
        let mut out = self.pdf.page(id);
        out.parent(self.tree).contents(contents);
        out.media_box(Rect::new(0.0, 0.0, points(page.width), points(page.height)));
        let mut resources = out.resources();
        resources.fonts().pairs(FONT_NAMES.into_iter().zip(fonts));
        let forms = [(GRID, grid), (SHARED, form)];
        resources
            .x_objects()
            .pairs(forms.into_iter().filter_map(|(name, id)| Some((name, id?))));
        resources.finish();
        out.finish();
        self.pages.push(id);
    }

    /// Writes what `page` and `next` begin with, if it is worth it.
    fn share(&mut self, page: &PrintPage, next: &PrintPage) -> Option<Shared> {
        let same = page
            .items
            .iter()
            .zip(&next.items)
            .take_while(|(a, b)| a == b);
        let items: Vec<PrintItem> = same.map(|(item, _)| item.clone()).collect();
        if items.len() < WORTH_SHARING || (page.width, page.height) != (next.width, next.height) {
            return None;
        }
        let (content, grid) = self.content(&items, page.height, false);
        let form = self.form(&content, page, grid);
        Some(Shared { items, form })
    }

    /// Operators of the items, and the grid they refer to.
    fn content(
        &mut self,
        items: &[PrintItem],
        height: f32,
        shared: bool,
    ) -> (Vec<u8>, Option<Ref>) {
        let (mut grid, mut own) = (Content::new(), Content::new());
        for item in items {
            match item {
                PrintItem::Line { .. } | PrintItem::Frame { .. } | PrintItem::Fill { .. } => {
                    draw(item, height, &mut grid);
                }
                _ => draw(item, height, &mut own),
            }
        }
        let grid = grid.finish().into_vec();
        let grid = (!grid.is_empty()).then(|| match self.grids.get(&grid) {
            Some(id) => *id,
            None => {
                // Lines are drawn wherever they stand; the box only has to hold every paper.
                let page = PrintPage::new(1000.0, 1000.0);
                let id = self.form(&grid, &page, None);
                self.grids.insert(grid, id);
                id
            }
        });
        let mut content = Content::new();
        if shared {
            content.x_object(SHARED);
        }
        if grid.is_some() {
            content.x_object(GRID);
        }
        let mut content = content.finish().into_vec();
        for part in [own, self.texts(items, height)] {
            content.push(b'\n');
            content.extend_from_slice(&part.finish());
        }
        (content, grid)
    }

    /// Texts, those of one face and size together.
    fn texts(&mut self, items: &[PrintItem], height: f32) -> Content {
        let mut placed: Vec<_> = items
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
                } => Some((*face, *size, *ink, *turned, *x, *y, text)),
                _ => None,
            })
            .collect();
        placed.sort_by(|a, b| {
            (a.0 as u8)
                .cmp(&(b.0 as u8))
                .then(a.1.total_cmp(&b.1))
                .then(a.2.total_cmp(&b.2))
        });
        let mut content = Content::new();
        let (mut font, mut colour) = (None, None);
        let mut codes = Vec::new();
        content.begin_text();
        for (face, size, ink, turned, x, y, text) in placed {
            if font.replace((face, size)) != Some((face, size)) {
                content.set_font(FONT_NAMES[face as usize], size);
            }
            if colour.replace(ink) != Some(ink) {
                content.set_fill_gray(1.0 - ink);
            }
            let (x, y) = (points(x), points(height - y));
            content.set_text_matrix(if turned {
                [0.0, -1.0, 1.0, 0.0, x, y]
            } else {
                [1.0, 0.0, 0.0, 1.0, x, y]
            });
            codes.clear();
            let used = &mut self.fonts[face as usize];
            codes.extend(text.chars().flat_map(|c| used.code(c).to_be_bytes()));
            content.show(Str(&codes));
        }
        content.end_text();
        content
    }

    /// A piece of drawing that pages refer to.
    fn form(&mut self, content: &[u8], page: &PrintPage, grid: Option<Ref>) -> Ref {
        let id = self.last.bump();
        let packed = deflate(content);
        let fonts = [self.fonts[0].font, self.fonts[1].font];
        let mut form = self.pdf.form_xobject(id, &packed);
        form.filter(Filter::FlateDecode);
        form.bbox(Rect::new(0.0, 0.0, points(page.width), points(page.height)));
        let mut resources = form.resources();
        resources.fonts().pairs(FONT_NAMES.into_iter().zip(fonts));
        if let Some(grid) = grid {
            resources.x_objects().pair(GRID, grid);
        }
        id
    }

    fn finish(mut self, title: &str) -> Result<Vec<u8>> {
        for face in PrintFace::ALL {
            self.font(face)?;
        }
        let count = i32::try_from(self.pages.len()).map_err(Error::broken)?;
        self.pdf
            .pages(self.tree)
            .kids(self.pages.iter().copied())
            .count(count);
        let (catalog, info) = (self.last.bump(), self.last.bump());
        self.pdf.catalog(catalog).pages(self.tree);
        self.pdf.document_info(info).title(TextStr(title));
        Ok(self.pdf.finish())
    }

    /// Embeds the used part of a font, with the way back from codes to characters.
    fn font(&mut self, face: PrintFace) -> Result<()> {
        let used = &self.fonts[face as usize];
        let parsed = face.parsed();
        let mut subset = GlyphRemapper::new();
        let mut glyph_of_code = vec![0, 0];
        let mut widths = vec![1000.0];
        let system = SystemInfo {
            registry: Str(b"Adobe"),
            ordering: Str(b"Identity"),
            supplement: 0,
        };
        let mut unicode = UnicodeCmap::new(Name(b"Custom"), system);
        for (code, c) in (1u16..).zip(&used.chars) {
            let glyph = parsed.glyph_index(*c).map_or(0, |glyph| glyph.0);
            glyph_of_code.extend(subset.remap(glyph).to_be_bytes());
            widths.push((face.advance(*c).unwrap_or(1.0) * 1000.0).round());
            unicode.pair(code, *c);
        }
        let program = subsetter::subset(face.bytes(), 0, &subset).map_err(Error::broken)?;

        let font = used.font;
        let [descendant, descriptor, file, map, to_unicode] = [(); 5].map(|()| self.last.bump());
        let name = face.postscript_name();
        let name = Name(name.as_bytes());
        let length = i32::try_from(program.len()).map_err(Error::broken)?;
        let packed = deflate(&program);
        self.pdf
            .stream(file, &packed)
            .filter(Filter::FlateDecode)
            .pair(Name(b"Length1"), length);
        self.pdf
            .stream(map, &deflate(&glyph_of_code))
            .filter(Filter::FlateDecode);
        self.pdf
            .stream(to_unicode, &deflate(&unicode.finish()))
            .filter(Filter::FlateDecode);
        self.pdf
            .type0_font(font)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(descendant)
            .to_unicode(to_unicode);
        let mut cid = self.pdf.cid_font(descendant);
        cid.subtype(CidFontType::Type2)
            .base_font(name)
            .system_info(system)
            .font_descriptor(descriptor)
            .default_width(1000.0)
            .cid_to_gid_map_stream(map);
        cid.widths().consecutive(0, widths);
        cid.finish();
        let em = |units: i16| f32::from(units) * 1000.0 / f32::from(parsed.units_per_em());
        let bbox = parsed.global_bounding_box();
        self.pdf
            .font_descriptor(descriptor)
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(
                em(bbox.x_min),
                em(bbox.y_min),
                em(bbox.x_max),
                em(bbox.y_max),
            ))
            .italic_angle(0.0)
            .ascent(em(parsed.ascender()))
            .descent(em(parsed.descender()))
            .cap_height(em(parsed.capital_height().unwrap_or(parsed.ascender())))
            .stem_v(80.0)
            .font_file2(file);
        Ok(())
    }
}

/// mm → pt, to a hundredth.
fn points(mm: f32) -> f32 {
    (mm / PT * 100.0).round() / 100.0
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("memory takes every byte")
}

/// Appends the operators of one drawn item. PDF counts points from the lower left corner.
fn draw(item: &PrintItem, height: f32, out: &mut Content) {
    let (px, py) = (points, |y: f32| points(height - y));
    match item {
        PrintItem::Text { .. } => {}
        PrintItem::Line {
            x1,
            y1,
            x2,
            y2,
            width,
            dashed,
            ink,
        } => {
            out.set_stroke_gray(1.0 - ink).set_line_width(px(*width));
            let dash: &[f32] = if *dashed { &[2.0, 2.0] } else { &[] };
            out.set_dash_pattern(dash.iter().copied(), 0.0)
                .move_to(px(*x1), py(*y1))
                .line_to(px(*x2), py(*y2))
                .stroke();
        }
        PrintItem::Frame { x, y, w, h, width } => {
            out.set_stroke_gray(0.0)
                .set_line_width(px(*width))
                .set_dash_pattern([], 0.0)
                .rect(px(*x), py(y + h), px(*w), px(*h))
                .stroke();
        }
        PrintItem::Fill { x, y, w, h, ink } => {
            out.set_fill_gray(1.0 - ink)
                .rect(px(*x), py(y + h), px(*w), px(*h))
                .fill_nonzero();
        }
        PrintItem::Stroke {
            points: path,
            width,
        } => {
            let Some(([x, y], rest)) = path.split_first() else {
                return;
            };
            out.save_state()
                .set_stroke_gray(0.0)
                .set_line_width(px(*width))
                .set_line_cap(LineCapStyle::RoundCap)
                .set_line_join(LineJoinStyle::RoundJoin)
                .move_to(px(*x), py(*y));
            // A path of one point is a dot.
            for [x, y] in if rest.is_empty() { path } else { rest } {
                out.line_to(px(*x), py(*y));
            }
            out.stroke().restore_state();
        }
        PrintItem::Code {
            x,
            y,
            side,
            modules,
            runs,
        } => {
            // Whole numbers inside a scaled frame keep the stream short and the edges exact.
            let module = px(*side) / f32::from(*modules);
            out.save_state().set_fill_gray(0.0).transform([
                module,
                0.0,
                0.0,
                module,
                px(*x),
                py(y + side),
            ]);
            for [column, row, length] in runs {
                let from_below = f32::from(modules - row - 1);
                out.rect(f32::from(*column), from_below, f32::from(*length), 1.0);
            }
            out.fill_nonzero().restore_state();
        }
    }
}
