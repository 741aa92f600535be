use crate::raw::gadget::api::field::Packed as Raw;
use std::borrow::Cow;
use std::ops::Range;

/// A column of text or bytes as one block: no allocation per row.
///
/// Read with [`Field::packed`](crate::Field::packed), or built value by value with [`push`](Self::push) or `collect()`
/// and written with [`Field::set_packed`](crate::Field::set_packed).
#[derive(Clone, Debug)]
pub struct Packed {
    pub(crate) raw: Raw,
    /// Values of fixed size: as text they end at their first NUL.
    pub(crate) fixed: bool,
}

impl Packed {
    /// A block without values.
    pub fn new() -> Self {
        Self::with_capacity(0, 0)
    }

    /// A block without values, with room for so many values and bytes.
    pub fn with_capacity(values: usize, bytes: usize) -> Self {
        let raw = Raw { ends: Vec::with_capacity(values), data: Vec::with_capacity(bytes) };
        Self { raw, fixed: false }
    }

    /// A block of values of variable size.
    pub(crate) fn variable(raw: Raw) -> Self {
        Self { raw, fixed: false }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.raw.ends.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.raw.ends.is_empty()
    }

    /// All values, one after the other, with nothing between them.
    pub fn data(&self) -> &[u8] {
        &self.raw.data
    }

    /// Where each value ends in [`data`](Self::data).
    pub fn ends(&self) -> &[u32] {
        &self.raw.ends
    }

    /// The value of this number, as it is stored; none if there are not so many.
    pub fn get(&self, index: usize) -> Option<&[u8]> {
        Some(&self.raw.data[self.range(index)?])
    }

    /// The values in order, as they are stored. Nothing is copied.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        let mut start = 0;
        self.raw.ends.iter().map(move |end| {
            let value = &self.raw.data[start..*end as usize];
            start = *end as usize;
            value
        })
    }

    /// Some of the values in order, as they are stored.
    pub(crate) fn slice(&self, values: Range<usize>) -> impl ExactSizeIterator<Item = &[u8]> {
        values.map(|index| self.get(index).unwrap_or_default())
    }

    /// The values in order, as text. Nothing is copied, unless a value is not UTF-8: what is not reads as U+FFFD.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = Cow<'_, str>> {
        // One check for all values together is much cheaper than one for each.
        let whole = std::str::from_utf8(&self.raw.data).ok();
        let mut start = 0;
        self.raw.ends.iter().map(move |end| {
            let range = start..*end as usize;
            start = range.end;
            let text = match whole.and_then(|whole| whole.get(range.clone())) {
                Some(text) => Cow::Borrowed(text),
                None => String::from_utf8_lossy(&self.raw.data[range]),
            };
            if self.fixed { until_nul(text) } else { text }
        })
    }

    /// Adds a value at the end.
    ///
    /// # Panics
    /// Beyond 4 GiB, which is more than a gadget's memory; the host takes at most 256 MiB.
    pub fn push(&mut self, value: impl AsRef<[u8]>) {
        self.raw.data.extend_from_slice(value.as_ref());
        self.raw.ends.push(u32::try_from(self.raw.data.len()).expect("at most 4 GiB in a block"));
    }

    fn range(&self, index: usize) -> Option<Range<usize>> {
        let end = *self.raw.ends.get(index)? as usize;
        let start = if index == 0 { 0 } else { self.raw.ends[index - 1] as usize };
        Some(start..end)
    }

    /// This block with the changed values of those rows that have one; none when nothing changes. Values that stay are
    /// copied as they are stored, UTF-8 or not.
    pub(crate) fn changed<'a, V: AsRef<[u8]> + ToOwned + ?Sized + 'a>(
        &'a self,
        values: impl Iterator<Item = Option<Cow<'a, V>>>,
    ) -> Option<Self> {
        let mut after: Option<Self> = None;
        for (index, value) in values.enumerate() {
            let before = self.get(index)?;
            let value = value.as_ref().map_or(before, |value| (**value).as_ref());
            match &mut after {
                Some(after) => after.push(value),
                None if value == before => {}
                None => after = Some(self.start_of_copy(index, value)),
            }
        }
        after
    }

    /// The values before `index` as they are, and one more.
    fn start_of_copy(&self, index: usize, value: &[u8]) -> Self {
        let bytes = self.range(index).map_or(0, |range| range.start);
        let mut copy = Self::with_capacity(self.len(), self.raw.data.len() + 64);
        copy.raw.data.extend_from_slice(&self.raw.data[..bytes]);
        copy.raw.ends.extend_from_slice(&self.raw.ends[..index]);
        copy.push(value);
        copy
    }
}

impl Default for Packed {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: AsRef<[u8]>> Extend<V> for Packed {
    fn extend<I: IntoIterator<Item = V>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.push(value));
    }
}

impl<V: AsRef<[u8]>> FromIterator<V> for Packed {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        let mut packed = Self::new();
        packed.extend(values);
        packed
    }
}

fn until_nul(text: Cow<'_, str>) -> Cow<'_, str> {
    match (text.find('\0'), text) {
        (None, text) => text,
        (Some(end), Cow::Borrowed(text)) => Cow::Borrowed(&text[..end]),
        (Some(end), Cow::Owned(mut text)) => {
            text.truncate(end);
            Cow::Owned(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(packed: &Packed) -> Vec<String> {
        packed.texts().map(Cow::into_owned).collect()
    }

    #[test]
    fn holds_what_was_put_in() {
        let packed: Packed = ["a", "", "käse"].into_iter().collect();
        assert_eq!(packed.ends(), [1, 1, 6]);
        assert_eq!(packed.iter().collect::<Vec<_>>(), [b"a" as &[u8], b"", "käse".as_bytes()]);
        assert_eq!(texts(&packed), ["a", "", "käse"]);
        assert_eq!((packed.get(2), packed.get(3)), (Some("käse".as_bytes()), None));
        assert_eq!(packed.iter().len(), 3);
        assert!(Packed::new().is_empty());
    }

    #[test]
    fn texts_borrow_unless_they_are_no_utf8() {
        let packed: Packed = [b"ok" as &[u8], b"a\xffb", b"ok"].into_iter().collect();
        assert_eq!(texts(&packed), ["ok", "a\u{fffd}b", "ok"]);
        let good: Packed = ["x", "y"].into_iter().collect();
        assert!(good.texts().all(|text| matches!(text, Cow::Borrowed(_))));
    }

    #[test]
    fn a_value_that_ends_within_a_character_is_not_joined_with_the_next() {
        let packed: Packed = [b"\xc3" as &[u8], b"\xa4"].into_iter().collect();
        assert!(std::str::from_utf8(packed.data()).is_ok());
        assert_eq!(texts(&packed), ["\u{fffd}", "\u{fffd}"]);
    }

    #[test]
    fn text_of_fixed_size_ends_at_its_first_nul() {
        let mut packed: Packed =
            [b"ab\0\0" as &[u8], b"abcd", b"\0\0\0\0", b"\xff\0\0\0"].into_iter().collect();
        packed.fixed = true;
        assert_eq!(texts(&packed), ["ab", "abcd", "", "\u{fffd}"]);
        assert_eq!(packed.get(0), Some(b"ab\0\0" as &[u8]));
    }

    fn change(packed: &Packed, values: &[Option<&str>]) -> Option<Vec<Vec<u8>>> {
        let changed = packed.changed(values.iter().map(|value| value.map(Cow::Borrowed)))?;
        Some(changed.iter().map(<[u8]>::to_vec).collect())
    }

    #[test]
    fn changes_only_what_changes() {
        let packed: Packed = [b"a" as &[u8], b"\xff", b"", b"d"].into_iter().collect();
        assert_eq!(change(&packed, &[Some("a"), None, None, Some("d")]), None);
        assert_eq!(
            change(&packed, &[Some("a"), None, None, Some("longer")]).unwrap(),
            [b"a" as &[u8], b"\xff", b"", b"longer"]
        );
        assert_eq!(
            change(&packed, &[Some(""), None, Some("c"), Some("d")]).unwrap(),
            [b"" as &[u8], b"\xff", b"c", b"d"]
        );
    }
}
