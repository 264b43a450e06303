//! The tags of a page with their places, as the HTML library tells them.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::ops::Range;

/// A start or end tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: Name,
    pub(super) closing: bool,
    /// From `<` to behind `>`.
    pub(super) place: Range<usize>,
    /// Where an `<a>` leads.
    pub(super) link: Link,
}

/// Elements that mean something on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Anchor,
    Cell,
    Heading,
    HeadingCell,
    Pre,
    Row,
    Table,
    /// Another element of HTML.
    Other,
    /// No element of HTML: words in angle brackets.
    None,
}

/// What a link leads to, by its address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Link {
    #[default]
    None,
    Cable,
    Date,
    ReleaseDate,
    Classification,
    Origin,
    Tag,
    Elsewhere,
}

impl Link {
    /// Addresses are `/tag/PREL_0.html`, with a host and path before it where the page was saved.
    fn of(address: &[u8]) -> Link {
        let folders = [
            ("/tag/", Link::Tag),
            ("/cable/", Link::Cable),
            ("/date/", Link::Date),
            ("/reldate/", Link::ReleaseDate),
            ("/classification/", Link::Classification),
            ("/origin/", Link::Origin),
        ];
        folders
            .iter()
            .find(|(folder, _)| memchr::memmem::find(address, folder.as_bytes()).is_some())
            .map_or(Link::Elsewhere, |&(_, link)| link)
    }
}

/// The tags of `input[from..]`, in order. Scripts and styles hold none.
pub(super) fn tags(input: &[u8], from: usize) -> impl Iterator<Item = Tag> + '_ {
    let mut open = None;
    let mut is_href = false;
    let emitter = CallbackEmitter::new(move |event: CallbackEvent<'_>, span: Span<usize>| {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                open = Some(Tag {
                    name: name_of(name),
                    closing: false,
                    place: from + span.start..from + span.end,
                    link: Link::None,
                });
            }
            CallbackEvent::AttributeName { name } => is_href = name == b"href",
            CallbackEvent::AttributeValue { value } => {
                if let Some(tag) = &mut open {
                    if is_href && tag.name == Name::Anchor {
                        tag.link = Link::of(value);
                    }
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                let mut tag = open.take()?;
                tag.place.end = from + span.end;
                return Some(tag);
            }
            CallbackEvent::EndTag { name } => {
                return Some(Tag {
                    name: name_of(name),
                    closing: true,
                    place: from + span.start..from + span.end,
                    link: Link::None,
                });
            }
            _ => {}
        }
        None
    });
    let mut emitter = emitter;
    emitter.naively_switch_states(true);
    let rest = input.get(from..).unwrap_or(&[]);
    Tokenizer::new_with_emitter(rest, emitter)
        .map(|tag| match tag {
            Ok(tag) => tag,
            Err(never) => match never {},
        })
        // A place that is no tag would cut the text wrongly.
        .filter(|tag| {
            input.get(tag.place.start) == Some(&b'<') && input.get(tag.place.end - 1) == Some(&b'>')
        })
}

/// The tags inside a block of text, where `<` is never escaped: each is read alone, so that a lone `<` or a quote that
/// does not close spoils no other tag. Words in angle brackets that are no element of HTML are text.
pub(super) fn tags_of_text(input: &[u8], range: Range<usize>) -> impl Iterator<Item = Tag> + '_ {
    let text = input.get(range.clone()).unwrap_or(&[]);
    let mut starts = memchr::memchr_iter(b'<', text).peekable();
    std::iter::from_fn(move || {
        loop {
            let start = starts.next()?;
            let limit = starts.peek().copied().unwrap_or(text.len());
            let Some(end) = memchr::memchr(b'>', &text[start..limit]) else {
                continue;
            };
            let piece = &input[..range.start + start + end + 1];
            if let Some(tag) = tags(piece, range.start + start).next() {
                if tag.name != Name::None {
                    return Some(tag);
                }
            }
        }
    })
}

/// The end of the text that begins at `from` behind a `<pre>`: the start of `</pre>`, or of the tag that shows that it
/// is missing.
pub(super) fn end_of_pre(input: &[u8], from: usize) -> usize {
    let rest = input.get(from..).unwrap_or(&[]);
    memchr::memchr_iter(b'<', rest)
        .find(|&at| {
            let name = &rest[at + 1..];
            ["/pre", "pre>", "pre ", "/code", "code>", "/body", "/html"]
                .iter()
                .any(|end| {
                    name.get(..end.len())
                        .is_some_and(|name| name.eq_ignore_ascii_case(end.as_bytes()))
                })
        })
        .map_or(input.len(), |at| from + at)
}

fn name_of(name: &[u8]) -> Name {
    match name {
        b"a" => Name::Anchor,
        b"h1" | b"h2" | b"h3" => Name::Heading,
        b"pre" => Name::Pre,
        b"table" => Name::Table,
        b"td" => Name::Cell,
        b"th" => Name::HeadingCell,
        b"tr" => Name::Row,
        _ if ELEMENTS.binary_search(&name).is_ok() => Name::Other,
        _ => Name::None,
    }
}

/// Elements that may stand in a page or be left over in a text, in order.
const ELEMENTS: &[&[u8]] = &[
    b"abbr",
    b"acronym",
    b"address",
    b"article",
    b"b",
    b"big",
    b"blockquote",
    b"body",
    b"br",
    b"button",
    b"caption",
    b"center",
    b"cite",
    b"code",
    b"col",
    b"dd",
    b"del",
    b"dfn",
    b"div",
    b"dl",
    b"dt",
    b"em",
    b"embed",
    b"fieldset",
    b"font",
    b"footer",
    b"form",
    b"h4",
    b"h5",
    b"h6",
    b"head",
    b"header",
    b"hr",
    b"html",
    b"i",
    b"iframe",
    b"img",
    b"input",
    b"ins",
    b"kbd",
    b"label",
    b"li",
    b"link",
    b"main",
    b"mark",
    b"meta",
    b"nav",
    b"nobr",
    b"noscript",
    b"object",
    b"ol",
    b"option",
    b"p",
    b"param",
    b"q",
    b"s",
    b"samp",
    b"script",
    b"section",
    b"select",
    b"small",
    b"span",
    b"strike",
    b"strong",
    b"style",
    b"sub",
    b"sup",
    b"tbody",
    b"textarea",
    b"tfoot",
    b"thead",
    b"title",
    b"tt",
    b"u",
    b"ul",
    b"var",
    b"wbr",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(input: &str) -> Vec<(&str, Name)> {
        tags(input.as_bytes(), 0)
            .map(|tag| (&input[tag.place], tag.name))
            .collect()
    }

    #[test]
    fn places_are_those_of_the_tags() {
        let page = "\u{feff}<!DOCTYPE html>\r\n<p class=x>é &amp; &pound; <A HREF='/tag/XX_0.html' >XX</A\n><script>'<td>'</script><br/>\0<td\tb='>'>";
        assert_eq!(
            shown(page),
            [
                ("<p class=x>", Name::Other),
                ("<A HREF='/tag/XX_0.html' >", Name::Anchor),
                ("</A\n>", Name::Anchor),
                ("<script>", Name::Other),
                ("</script>", Name::Other),
                ("<br/>", Name::Other),
                ("<td\tb='>'>", Name::Cell),
            ]
        );
        assert_eq!(tags(page.as_bytes(), 5).nth(1).unwrap().link, Link::Tag);
    }

    #[test]
    fn in_a_text_only_elements_are_tags() {
        let text = "a < b <<123>> <MINISTER> <y and <a href='x>1</a> <br";
        let found: Vec<_> = tags_of_text(text.as_bytes(), 0..text.len())
            .map(|tag| &text[tag.place])
            .collect();
        assert_eq!(found, ["</a>"]);
    }

    #[test]
    fn the_elements_are_in_order() {
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn a_block_ends_where_its_end_tag_is_missing() {
        assert_eq!(end_of_pre(b"<pre>one</PRE >", 5), 8);
        assert_eq!(end_of_pre(b"<pre>o<b>e<pre>two", 5), 10);
        assert_eq!(end_of_pre(b"<pre>one", 5), 8);
    }
}
