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

/// A classification as it is kept in a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    level: Level,
    controls: Controls,
    span: Span,
    /// The name of the field, where it is that of all marks with this level and these controls.
    display: &'static str,
    /// What few marks have: each paragraph keeps a mark, so the rest is kept small.
    more: Option<Box<More>>,
}

/// A mark with named controls, or printed in another form than it is kept in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct More {
    /// Controls with names: `REL TO USA, FVEY`, the country of a foreign mark.
    named: Vec<Spanned>,
    display: Cow<'static, str>,
    printed: Spanned,
}

impl Mark {
    /// A mark without named controls.
    pub fn new(level: Level, controls: Controls, printed: Spanned) -> Self {
        // Nearly all marks.
        if controls.is_empty() && printed.is_verbatim() {
            return Mark {
                level,
                controls,
                span: printed.span(),
                display: level.display(),
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
        let display = display(level, controls, named.iter().map(|name| name.get(text)));
        let span = printed.span();
        let (display, more) = match display {
            Cow::Borrowed(display) if named.is_empty() && printed.is_verbatim() => (display, None),
            display => {
                let more = More {
                    named,
                    display,
                    printed,
                };
                ("", Some(Box::new(more)))
            }
        };
        Mark {
            level,
            controls,
            span,
            display,
            more,
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
            None => (self.display, self.span.slice(text)),
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

/// The name people use for a level with its controls. Source: classifications of the published set and 5 FAH-2 H-222.
fn display<'a>(
    level: Level,
    controls: Controls,
    mut named: impl Iterator<Item = &'a str>,
) -> Cow<'static, str> {
    let first_named = named.next();
    if controls.is_empty() && first_named.is_none() {
        return Cow::Borrowed(level.display());
    }
    let mut rest = controls;
    let take = |rest: &mut Controls, control: Control| {
        let had = rest.contains(control);
        rest.0 &= !(1 << control as u8);
        had
    };
    let head: &'static str = if take(&mut rest, Control::Nato) {
        match level {
            Level::TopSecret => "COSMIC TOP SECRET",
            Level::Secret => "NATO SECRET",
            Level::Confidential => "NATO CONFIDENTIAL",
            Level::Restricted => "NATO RESTRICTED",
            Level::Unclassified => "NATO UNCLASSIFIED",
        }
    } else if level != Level::Unclassified {
        level.display()
    } else if take(&mut rest, Control::Sbu) {
        "SBU"
    } else if take(&mut rest, Control::Fouo) {
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    } else if take(&mut rest, Control::Lou) {
        "LIMITED OFFICIAL USE"
    } else if take(&mut rest, Control::Cui) {
        "CUI"
    } else if take(&mut rest, Control::Efto) {
        "UNCLASSIFIED EFTO"
    } else {
        level.display()
    };
    if rest.is_empty() && first_named.is_none() {
        return Cow::Borrowed(head);
    }
    if rest == Controls::NONE.with(Control::Noforn) && first_named.is_none() {
        match head {
            "SECRET" => return Cow::Borrowed("SECRET//NOFORN"),
            "CONFIDENTIAL" => return Cow::Borrowed("CONFIDENTIAL//NOFORN"),
            "SBU" => return Cow::Borrowed("SBU//NOFORN"),
            _ => {}
        }
    }
    let noforn = take(&mut rest, Control::Noforn);
    let mut whole = String::from(head);
    for control in rest.iter() {
        whole.push_str("//");
        whole.push_str(control.as_str());
    }
    for name in first_named.into_iter().chain(named) {
        whole.push_str("//");
        whole.push_str(name);
    }
    if noforn {
        whole.push_str("//NOFORN");
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
