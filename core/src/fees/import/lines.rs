//! Rows that are no items: titles, headings of groups, notes below the list.

use crate::fold::fold;
use crate::import::{Cell, Row};

use super::check::Draft;
use super::columns::{Columns, Field};
use super::note::DoubtWhy;
use super::row::Reader;
use super::{heading, remark, text};

/// Longest heading line; what is longer is a note.
const HEADING_CHARS: usize = 30;

/// A line above the headings: a doubt where it says something that holds for prices.
pub(super) fn title(row: &Row, columns: &Columns) -> Option<Draft> {
    let heavy = [
        "材料", "夜", "节假", "加收", "折", "倍", "百元", "千元", "万元", "美元", "起价", "另计",
    ];
    let (column, cell) = row.filled().find(|(at, cell)| {
        let folded = fold(&cell.text);
        // The row of the headings and the one above it, where they stand over two.
        let near = columns.heading_row - row.number < 2;
        let heads = |heading: &String| near && heading.contains(&cell.text);
        !columns.headings.get(*at).is_some_and(heads)
            && heading::read(&cell.text).is_none()
            && (heavy.iter().any(|word| folded.contains(word))
                || text::read(&cell.text).parts().next().is_some())
    })?;
    Some(Draft::left(
        row.number,
        DoubtWhy::ListNote,
        column,
        &cell.text,
    ))
}

impl Reader<'_> {
    /// A row with a single cell: a heading where its form shows it, else a doubt.
    pub(super) fn line(&mut self, row: &Row, column: usize, text: &str) -> Draft {
        let bare = without_ornaments(text);
        let folded = fold(bare);
        let note = ["注", "备注", "附注", "说明", "※", "*", "note", "remark"];
        let read = text::read(unnumbered(bare));
        if note.iter().any(|word| folded.starts_with(word))
            || bare.chars().count() > HEADING_CHARS
            || read.parts().next().is_some()
            || !read.of_list.is_empty()
        {
            return Draft::left(row.number, DoubtWhy::ListNote, column, text);
        }
        let wide = self.sheet.spans.iter().any(|span| {
            span.top == row.number
                && span.bottom == row.number
                && span.left == column
                && span.right > column
        });
        let ends = [
            "类", "部分", "工程", "项目", "服务", "系统", "维修", "安装", "保洁", "清洁", "疏通",
            "部", "篇",
        ];
        let headed = ends.iter().any(|word| folded.ends_with(word)) || ordinal(&folded);
        let plain = !unnumbered(&folded).contains(|c: char| c.is_ascii_digit() || c == '元');
        let ornate = bare.len() < text.trim().len() && !remark::of_money(bare);
        if plain && !bare.is_empty() && (wide || headed || ornate) {
            return self.open_group(row, bare.to_owned());
        }
        Draft::left(row.number, DoubtWhy::SingleLine, column, text)
    }

    /// 一 | 安裝類, with nothing else in the row.
    pub(super) fn numbered_heading(&self, own: &[(usize, &Cell)]) -> Option<String> {
        let [(first, number), (second, name)] = own else {
            return None;
        };
        let placed = self.columns.column(Field::Code) == Some(*first)
            && self.columns.column(Field::Name) == Some(*second);
        (placed && ordinal(&format!("{}、", fold(&number.text)))).then(|| name.text.clone())
    }

    pub(super) fn open_group(&mut self, row: &Row, name: String) -> Draft {
        self.group.clone_from(&name);
        self.from_heading = true;
        self.groups.clear();
        Draft::group(row.number, name)
    }
}

/// A heading without what adorns it: ■ 水電類, 【水電類】, ◆水電類◆. Signs that point to notes (※, *) adorn nothing.
fn without_ornaments(text: &str) -> &str {
    let adorns =
        |c: char| "■□▪▫◆◇◈●○◎▲△▼▽▶►▸☆★♦•·▌▍▎┃│|=-－—_~～✦✧✪✿❖➤☞".contains(c) || c.is_whitespace();
    let bare = text.trim_matches(adorns);
    let pairs = [
        ('【', '】'),
        ('〖', '〗'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〔', '〕'),
        ('[', ']'),
        ('［', '］'),
    ];
    let inner = pairs
        .iter()
        .find_map(|(open, close)| bare.strip_prefix(*open)?.strip_suffix(*close));
    inner.map_or(bare, |inner| inner.trim_matches(adorns))
}

/// A heading without the figure that counts it: 1、水電類, 2. 照明.
fn unnumbered(folded: &str) -> &str {
    let rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = rest.len() < folded.len() && folded.len() - rest.len() < 3;
    rest.strip_prefix(['、', '.', ')', '．'])
        .filter(|_| counted)
        .unwrap_or(folded)
}

/// 一、 (一) 第一部分 Ⅰ. A.
fn ordinal(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['(', '第']);
    let digits = |c: char| "一二三四五六七八九十ⅰⅱⅲⅳⅴⅵabcdef".contains(c);
    let rest = bare.trim_start_matches(digits);
    rest.len() < bare.len() && rest.starts_with(['、', '.', ')', ',', '部', '类', '章'])
}
