//! [`ControlNames`]: a short list of strings.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// The controls of a marking, written out: `NOFORN`, `REL TO USA, FVEY`. To be used as the slice it leads to. Nearly all marks
/// have one control or none, which takes no memory of its own.
///
/// ```
/// use cable_core::Cable;
/// let cable = Cable::parse("UNCLAS NORDHAVEN 000142\nSENSITIVE\nSUBJECT: HERRING\n\n1. (S//NF) It rises.\n".as_bytes())?;
/// let mark = cable.view().paragraphs().find_map(|one| one.mark()).unwrap();
/// assert_eq!(mark.controls, ["NOFORN"]);
/// assert!(mark.controls.contains(&"NOFORN"));
/// # Ok::<(), cable_core::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct ControlNames<'a>(Names<'a>);

#[derive(Clone, Default)]
enum Names<'a> {
    #[default]
    None,
    One([&'a str; 1]),
    More(Vec<&'a str>),
}

impl<'a> ControlNames<'a> {
    /// One name.
    pub(super) fn one(name: &'a str) -> Self {
        ControlNames(Names::One([name]))
    }

    /// Several names, in order.
    pub(super) fn more(names: Vec<&'a str>) -> Self {
        ControlNames(Names::More(names))
    }
}

impl<'a> Deref for ControlNames<'a> {
    type Target = [&'a str];

    fn deref(&self) -> &[&'a str] {
        match &self.0 {
            Names::None => &[],
            Names::One(name) => name,
            Names::More(names) => names,
        }
    }
}

impl<'a> IntoIterator for &'a ControlNames<'_> {
    type Item = &'a &'a str;
    type IntoIter = std::slice::Iter<'a, &'a str>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for ControlNames<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for ControlNames<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for ControlNames<'_> {}

impl<const N: usize> PartialEq<[&str; N]> for ControlNames<'_> {
    fn eq(&self, other: &[&str; N]) -> bool {
        **self == *other
    }
}

impl Hash for ControlNames<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ControlNames<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
