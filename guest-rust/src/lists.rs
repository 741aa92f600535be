use std::ops::Range;

/// A column of lists: where each ends, and the elements of all rows one after the other. No allocation per row, unless the
/// elements need one.
///
/// Read with [`Field::lists`](crate::Field::lists), or built list by list with [`push`](Self::push) or `collect()`, and
/// written with [`Field::set_lists`](crate::Field::set_lists).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists<T> {
    pub(crate) ends: Vec<u32>,
    pub(crate) values: Vec<T>,
}

impl<T> Lists<T> {
    /// A column without lists.
    pub fn new() -> Self {
        Self { ends: Vec::new(), values: Vec::new() }
    }

    /// A column without lists, with room for so many lists and elements.
    pub fn with_capacity(lists: usize, elements: usize) -> Self {
        Self { ends: Vec::with_capacity(lists), values: Vec::with_capacity(elements) }
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no lists.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Where each list ends in [`values`](Self::values), in elements.
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// The elements of all lists, one after the other.
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// The same, to change elements; how many each list has stays.
    pub fn values_mut(&mut self) -> &mut [T] {
        &mut self.values
    }

    /// The list of this number; none if there are not so many.
    pub fn get(&self, index: usize) -> Option<&[T]> {
        Some(&self.values[range(&self.ends, index)?])
    }

    /// The lists in order. Nothing is copied.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[T]> {
        ranges(&self.ends).map(|range| &self.values[range])
    }

    /// Adds a list at the end.
    ///
    /// # Panics
    /// Beyond 2^32 elements, which is more than a gadget's memory holds.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.values.extend(list);
        self.ends.push(end(self.values.len()));
    }

    /// Each list as a `Vec` of its own.
    pub(crate) fn into_lists(self) -> impl Iterator<Item = Vec<T>> {
        let mut values = self.values.into_iter();
        let mut start = 0;
        self.ends.into_iter().map(move |end| {
            let list = values.by_ref().take((end - start) as usize).collect();
            start = end;
            list
        })
    }
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, L: IntoIterator<Item = T>> Extend<L> for Lists<T> {
    fn extend<I: IntoIterator<Item = L>>(&mut self, lists: I) {
        lists.into_iter().for_each(|list| self.push(list));
    }
}

impl<T, L: IntoIterator<Item = T>> FromIterator<L> for Lists<T> {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut column = Self::new();
        column.extend(lists);
        column
    }
}

/// Which elements are in the list of this number.
pub(crate) fn range(ends: &[u32], index: usize) -> Option<Range<usize>> {
    let end = *ends.get(index)? as usize;
    let start = if index == 0 { 0 } else { ends[index - 1] as usize };
    Some(start..end)
}

/// Which elements are in each list, in order.
pub(crate) fn ranges(ends: &[u32]) -> impl ExactSizeIterator<Item = Range<usize>> {
    let mut start = 0;
    ends.iter().map(move |end| {
        let range = start..*end as usize;
        start = range.end;
        range
    })
}

/// The end of a list behind which there are so many elements.
pub(crate) fn end(elements: usize) -> u32 {
    u32::try_from(elements).expect("at most 2^32 elements in a column")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_put_in() {
        let mut lists: Lists<u16> = [vec![1, 2], vec![], vec![3]].into_iter().collect();
        assert_eq!((lists.ends(), lists.values()), (&[2, 2, 3][..], &[1, 2, 3][..]));
        assert_eq!(lists.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        assert_eq!((lists.get(0), lists.get(2), lists.get(3)), (Some(&[1, 2][..]), Some(&[3][..]), None));
        lists.values_mut()[2] = 4;
        lists.push([5]);
        assert_eq!(lists.iter().len(), 4);
        assert_eq!(lists.into_lists().collect::<Vec<_>>(), [vec![1, 2], vec![], vec![4], vec![5]]);
        assert!(Lists::<u16>::new().is_empty());
    }
}
