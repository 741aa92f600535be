use crate::lists::{end, range, ranges};
use crate::packed::Packed;
use crate::raw::gadget::api::lists::PackedLists as Raw;
use std::borrow::Cow;

/// A column of lists of text or bytes, with all elements in one block: no allocation per row or element.
///
/// Read with [`Field::packed`](crate::Field::packed) of a field of lists, or built list by list with [`push`](Self::push)
/// or `collect()`, and written with [`Field::set_packed`](crate::Field::set_packed).
#[derive(Clone, Debug, Default)]
pub struct PackedLists {
    ends: Vec<u32>,
    elements: Packed,
}

impl PackedLists {
    /// A column without lists.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no lists.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Where each list ends in [`elements`](Self::elements), in elements.
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// The elements of all lists, one after the other.
    pub fn elements(&self) -> &Packed {
        &self.elements
    }

    /// The elements of the list of this number, as they are stored; none if there are not so many lists.
    pub fn get(&self, index: usize) -> Option<impl ExactSizeIterator<Item = &[u8]>> {
        Some(self.elements.slice(range(&self.ends, index)?))
    }

    /// The lists in order, each as its elements as they are stored. Nothing is copied.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = impl ExactSizeIterator<Item = &[u8]>> {
        ranges(&self.ends).map(|range| self.elements.slice(range))
    }

    /// The lists in order, each as its elements as text. Nothing is copied, unless an element is not UTF-8: what is not
    /// reads as U+FFFD.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = impl ExactSizeIterator<Item = Cow<'_, str>>> {
        self.iter().map(|list| list.map(String::from_utf8_lossy))
    }

    /// Adds a list at the end.
    ///
    /// # Panics
    /// Beyond 4 GiB, which is more than a gadget's memory; the host takes at most 256 MiB.
    pub fn push(&mut self, list: impl IntoIterator<Item: AsRef<[u8]>>) {
        self.elements.extend(list);
        self.ends.push(end(self.elements.len()));
    }

    pub(crate) fn from_raw(raw: Raw) -> Self {
        Self { ends: raw.ends, elements: Packed::variable(raw.values) }
    }

    pub(crate) fn into_raw(self) -> Raw {
        Raw { ends: self.ends, values: self.elements.raw }
    }

    /// The same lists with other elements, as many as before.
    pub(crate) fn with_elements(self, elements: Packed) -> Self {
        Self { ends: self.ends, elements }
    }
}

impl<L: IntoIterator<Item: AsRef<[u8]>>> Extend<L> for PackedLists {
    fn extend<I: IntoIterator<Item = L>>(&mut self, lists: I) {
        lists.into_iter().for_each(|list| self.push(list));
    }
}

impl<L: IntoIterator<Item: AsRef<[u8]>>> FromIterator<L> for PackedLists {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut column = Self::new();
        column.extend(lists);
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_put_in() {
        let lists: PackedLists = [vec!["a", "käse"], vec![], vec![""]].into_iter().collect();
        assert_eq!((lists.len(), lists.ends()), (3, &[2, 2, 3][..]));
        assert_eq!(lists.elements().ends(), [1, 6, 6]);
        let texts: Vec<Vec<_>> = lists.texts().map(Iterator::collect).collect();
        assert_eq!(texts, [vec!["a", "käse"], vec![], vec![""]]);
        assert_eq!(lists.get(0).unwrap().collect::<Vec<_>>(), [b"a" as &[u8], "käse".as_bytes()]);
        assert_eq!(lists.get(2).unwrap().len(), 1);
        assert!(lists.get(3).is_none());
        let raw = lists.into_raw();
        assert_eq!((&raw.ends[..], &raw.values.data[..]), (&[2, 2, 3][..], "akäse".as_bytes()));
        assert!(PackedLists::new().is_empty());
    }

    #[test]
    fn what_is_not_utf8_reads_as_the_replacement() {
        let lists: PackedLists = [[b"\xc3" as &[u8], b"\xa4"]].into_iter().collect();
        assert!(lists.texts().flatten().eq(["\u{fffd}", "\u{fffd}"]));
        assert!(lists.iter().flatten().eq([b"\xc3" as &[u8], b"\xa4"]));
    }
}
