//! Classification: a level and, apart from it, controls.

use super::control_names::ControlNames;
use crate::span::Span;
use crate::spanned::{Resolve, Spanned};
use crate::vocabulary::vocabulary;
use core::fmt;
use std::borrow::Cow;

vocabulary! {
    /// Level of classification, in order.
    pub enum Level {
        /// UNCLASSIFIED, printed UNCLAS.
        Unclassified = 1, "unclassified";
        /// RESTRICTED: of allies, and of the United States until 1953.
        Restricted = 2, "restricted";
        /// CONFIDENTIAL.
        Confidential = 3, "confidential";
        /// SECRET.
        Secret = 4, "secret";
        /// TOP SECRET.
        TopSecret = 5, "top-secret";
    }
}

impl Level {
    /// The word of the field: `TOP SECRET`.
    pub const fn display(self) -> &'static str {
        match self {
            Level::Unclassified => "UNCLASSIFIED",
            Level::Restricted => "RESTRICTED",
            Level::Confidential => "CONFIDENTIAL",
            Level::Secret => "SECRET",
            Level::TopSecret => "TOP SECRET",
        }
    }

    /// The level of a letter of the security warning (format line 4); E is unclassified, encrypted for transmission.
    pub const fn from_letter(letter: u8) -> Option<Self> {
        match letter {
            b'U' | b'E' => Some(Level::Unclassified),
            b'R' => Some(Level::Restricted),
            b'C' => Some(Level::Confidential),
            b'S' => Some(Level::Secret),
            b'T' => Some(Level::TopSecret),
            _ => None,
        }
    }
}

/// A control that needs no list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(u8)]
pub enum Control {
    /// Sensitive but unclassified.
    Sbu,
    /// For official use only.
    Fouo,
    /// Limited official use, until 1995.
    Lou,
    /// Encrypt for transmission only.
    Efto,
    /// Controlled unclassified information.
    Cui,
    /// Belongs to NATO.
    Nato,
    /// Special intelligence.
    Si,
    /// Foreign government information.
    Fgi,
    /// Originator controls dissemination.
    Orcon,
    /// Proprietary information.
    Propin,
    /// For the eyes of named persons.
    EyesOnly,
    /// Exclusive distribution.
    Exdis,
    /// No distribution.
    Nodis,
    /// Not releasable to foreign nationals.
    Noforn,
}

impl Control {
    /// By number.
    const ALL: [(Control, &'static str); 14] = [
        (Control::Sbu, "SBU"),
        (Control::Fouo, "FOUO"),
        (Control::Lou, "LOU"),
        (Control::Efto, "EFTO"),
        (Control::Cui, "CUI"),
        (Control::Nato, "NATO"),
        (Control::Si, "SI"),
        (Control::Fgi, "FGI"),
        (Control::Orcon, "ORCON"),
        (Control::Propin, "PROPIN"),
        (Control::EyesOnly, "EYES ONLY"),
        (Control::Exdis, "EXDIS"),
        (Control::Nodis, "NODIS"),
        (Control::Noforn, "NOFORN"),
    ];

    /// The control as it is written out: `NOFORN`.
    pub const fn as_str(self) -> &'static str {
        Control::ALL[self as usize].1
    }
}

/// A set of [`Control`]s.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Controls(u16);

impl Controls {
    /// No control.
    pub const NONE: Controls = Controls(0);

    /// Adds one.
    pub const fn insert(&mut self, control: Control) {
        self.0 |= 1 << control as u8;
    }

    /// With one more.
    #[must_use]
    pub const fn with(mut self, control: Control) -> Self {
        self.insert(control);
        self
    }

    /// Whether it is there.
    pub fn contains(self, control: Control) -> bool {
        self.0 & (1 << control as u8) != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The controls, in the order in which they are written.
    pub fn iter(self) -> impl Iterator<Item = Control> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            // Without a bit left, the place is behind the last.
            let (control, _) = *Control::ALL.get(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(control)
        })
    }
}

impl fmt::Debug for Controls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl FromIterator<Control> for Controls {
    fn from_iter<T: IntoIterator<Item = Control>>(iter: T) -> Self {
        let mut controls = Controls::NONE;
        iter.into_iter()
            .for_each(|control| controls.insert(control));
        controls
    }
}

/// A classification as it is kept in a layout. Each paragraph keeps one, so it is kept small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    level: Level,
    controls: Controls,
    span: Span,
    /// What few marks have. Without it the level and the controls give the [name](usual_name).
    more: Option<Box<More>>,
}

/// A mark with named controls, of a name put together, or printed in another form than it is kept in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct More {
    /// Controls with names: `REL TO USA, FVEY`, the country of a foreign mark.
    named: Vec<Spanned>,
    display: Cow<'static, str>,
    printed: Spanned,
}

impl Mark {
    /// A mark without named controls.
    #[inline]
    pub fn new(level: Level, controls: Controls, printed: Spanned) -> Self {
        // Nearly all marks.
        if controls.is_empty() && printed.is_verbatim() {
            return Mark {
                level,
                controls,
                span: printed.span(),
                more: None,
            };
        }
        Mark::with_named(level, controls, Vec::new(), printed, "")
    }

    /// A mark with controls that hold names, looked up in `text`.
    pub fn with_named(
        level: Level,
        controls: Controls,
        named: Vec<Spanned>,
        printed: Spanned,
        text: &str,
    ) -> Self {
        let usual = named.is_empty() && usual_name(level, controls).is_some();
        Mark {
            level,
            controls,
            span: printed.span(),
            more: (!usual || !printed.is_verbatim()).then(|| {
                Box::new(More {
                    display: name(level, controls, named.iter().map(|name| name.get(text))),
                    named,
                    printed,
                })
            }),
        }
    }

    /// The level.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The controls without names.
    pub fn controls(&self) -> Controls {
        self.controls
    }

    /// The controls with names.
    pub fn named(&self) -> &[Spanned] {
        self.more.as_ref().map_or(&[], |more| &more.named)
    }

    /// Where it stands, without parentheses.
    pub fn span(&self) -> Span {
        self.span
    }
}

impl Mark {
    /// The controls as they are written: named ones stand before NOFORN, which closes a marking.
    fn control_names<'a>(&'a self, text: &'a str) -> ControlNames<'a> {
        let named = self.named();
        let mut controls = self.controls.iter();
        if let (Some(only), None, []) = (controls.next(), controls.next(), named) {
            return ControlNames::one(only.as_str());
        }
        let last = self.controls.contains(Control::Noforn);
        let others = self.controls.iter();
        let others = others.filter(|&control| control != Control::Noforn);
        let mut names: Vec<&'a str> =
            Vec::with_capacity(self.controls.iter().count() + named.len());
        names.extend(others.map(|control| -> &'a str { control.as_str() }));
        names.extend(named.iter().map(|name| name.get(text)));
        names.extend(last.then_some(Control::Noforn.as_str()));
        ControlNames::more(names)
    }
}

impl<'a> Resolve<'a> for Mark {
    type Out = Marking<'a>;

    #[inline]
    fn resolve(&'a self, text: &'a str) -> Marking<'a> {
        let (display, printed) = match &self.more {
            Some(more) => (more.display.as_ref(), more.printed.get(text)),
            None => {
                let name = usual_name(self.level, self.controls);
                (name.unwrap_or_default(), self.span.slice(text))
            }
        };
        // Most marks are a level alone; names of controls are kept with `more`.
        let plain = self.controls.is_empty() && self.more.is_none();
        Marking {
            level: self.level,
            controls: match plain {
                true => ControlNames::default(),
                false => self.control_names(text),
            },
            display,
            printed,
        }
    }
}

/// A classification: of the telegram, of a portion, or of an envelope.
///
/// ```
/// use cable_core::Cable;
/// use cable_core::record::Level;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSENSITIVE\nSUBJECT: HERRING\n\n1. (SBU) It falls.\n\n2. (S//NF) It rises.\n".as_bytes())?;
/// let marks: Vec<_> = cable.view().paragraphs().filter_map(|one| one.mark()).collect();
/// assert_eq!((marks[0].level, marks[0].display), (Level::Unclassified, "SBU"));
/// assert_eq!((marks[1].printed, marks[1].display), ("S//NF", "SECRET//NOFORN"));
/// assert_eq!(marks[1].controls, ["NOFORN"]);
/// assert!(marks[1].level > marks[0].level);
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Marking<'a> {
    /// The level.
    pub level: Level,
    /// The controls, written out: `NOFORN`, `REL TO USA, FVEY`.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<&'a str>"))]
    pub controls: ControlNames<'a>,
    /// The name of the field: `SECRET//NOFORN`, `LIMITED OFFICIAL USE`, `SBU`.
    pub display: &'a str,
    /// As it stands in the text.
    pub printed: &'a str,
}

/// The name that people use for a level with the controls that are part of it, and the controls that are left.
/// Source: classifications of the published set and 5 FAH-2 H-222.
fn head(level: Level, controls: Controls) -> (&'static str, Controls) {
    let without = |control: Control| Controls(controls.0 & !(1 << control as u8));
    if controls.contains(Control::Nato) {
        let head = match level {
            Level::TopSecret => "COSMIC TOP SECRET",
            Level::Secret => "NATO SECRET",
            Level::Confidential => "NATO CONFIDENTIAL",
            Level::Restricted => "NATO RESTRICTED",
            Level::Unclassified => "NATO UNCLASSIFIED",
        };
        return (head, without(Control::Nato));
    }
    if level != Level::Unclassified || controls.is_empty() {
        return (level.display(), controls);
    }
    const HEADS: [(Control, &str); 5] = [
        (Control::Sbu, "SBU"),
        (Control::Fouo, "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        (Control::Lou, "LIMITED OFFICIAL USE"),
        (Control::Cui, "CUI"),
        (Control::Efto, "UNCLASSIFIED EFTO"),
    ];
    let found = HEADS
        .iter()
        .find(|(control, _)| controls.contains(*control));
    found.map_or((level.display(), controls), |&(control, head)| {
        (head, without(control))
    })
}

/// The name of a level with controls, for those that need not be put together.
fn usual_name(level: Level, controls: Controls) -> Option<&'static str> {
    let (head, rest) = head(level, controls);
    if rest.is_empty() {
        return Some(head);
    }
    if rest != Controls::NONE.with(Control::Noforn) {
        return None;
    }
    match head {
        "SECRET" => Some("SECRET//NOFORN"),
        "CONFIDENTIAL" => Some("CONFIDENTIAL//NOFORN"),
        "SBU" => Some("SBU//NOFORN"),
        _ => None,
    }
}

/// The name of a level with all its controls.
fn name<'a>(
    level: Level,
    controls: Controls,
    named: impl ExactSizeIterator<Item = &'a str>,
) -> Cow<'static, str> {
    if let (Some(usual), 0) = (usual_name(level, controls), named.len()) {
        return Cow::Borrowed(usual);
    }
    let (head, rest) = head(level, controls);
    let mut whole = String::from(head);
    let mut add = |name: &str| {
        whole.push_str("//");
        whole.push_str(name);
    };
    let others = rest.iter().filter(|&control| control != Control::Noforn);
    others.for_each(|control| add(control.as_str()));
    named.for_each(&mut add);
    if rest.contains(Control::Noforn) {
        add(Control::Noforn.as_str());
    }
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_the_field_are_given_back() {
        let cases: [(Level, &[Control], &str); 8] = [
            (Level::Secret, &[Control::Noforn], "SECRET//NOFORN"),
            (Level::Unclassified, &[Control::Lou], "LIMITED OFFICIAL USE"),
            (Level::Unclassified, &[Control::Sbu], "SBU"),
            (
                Level::Unclassified,
                &[Control::Sbu, Control::Noforn],
                "SBU//NOFORN",
            ),
            (Level::Unclassified, &[Control::Efto], "UNCLASSIFIED EFTO"),
            (
                Level::TopSecret,
                &[Control::Si, Control::Noforn],
                "TOP SECRET//SI//NOFORN",
            ),
            (
                Level::Secret,
                &[Control::Fgi, Control::Noforn],
                "SECRET//FGI//NOFORN",
            ),
            (Level::TopSecret, &[Control::Nato], "COSMIC TOP SECRET"),
        ];
        for (level, controls, expected) in cases {
            let mark = Mark::new(
                level,
                controls.iter().copied().collect(),
                Spanned::verbatim(Span::default()),
            );
            assert_eq!(mark.resolve("").display, expected);
        }
    }

    #[test]
    fn a_release_list_is_a_control() {
        let text = "S//REL TO USA, FVEY";
        let list = Spanned::verbatim(Span::new(3, 19));
        let mark = Mark::with_named(
            Level::Secret,
            Controls::NONE,
            vec![list],
            Spanned::verbatim(Span::new(0, 19)),
            text,
        );
        let marking = mark.resolve(text);
        assert_eq!(marking.controls, ["REL TO USA, FVEY"]);
        assert_eq!(marking.display, "SECRET//REL TO USA, FVEY");
    }
}
