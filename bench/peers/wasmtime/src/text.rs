use crate::bindings::ApiError;
use crate::bindings::gadget::api::field::Packed;
use crate::column::{check_count, no_row};
use std::borrow::Cow;
use std::ops::Range;

const LONGEST_VALUE: usize = 16 << 20;
const LONGEST_COLUMN: usize = 256 << 20;

/// Texts as bytes in one block: a copy for writing is a copy of two or three lists, however many rows there are.
#[derive(Clone)]
pub struct Text {
    /// Where each value begins; none while each begins where the one before it ends.
    starts: Option<Vec<u32>>,
    ends: Vec<u32>,
    data: Vec<u8>,
}

impl Text {
    pub fn collect<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let mut text = Self { starts: None, ends: Vec::new(), data: Vec::new() };
        for value in values {
            text.data.extend_from_slice(value.as_bytes());
            text.ends.push(offset(text.data.len()));
        }
        text
    }

    /// A column of `rows` values, which the guest has made.
    pub fn from_packed(Packed { ends, data }: Packed, rows: usize) -> Result<Self, ApiError> {
        check_count(ends.len(), rows)?;
        let mut start = 0;
        let mut longest = 0;
        for &end in &ends {
            let fall = || ApiError::OutOfRange(format!("an end of {end} after {start}"));
            let length = end.checked_sub(start).ok_or_else(fall)?;
            longest = longest.max(length as usize);
            start = end;
        }
        if start as usize != data.len() {
            return Err(ApiError::OutOfRange(format!("the last end is {start} of {} bytes", data.len())));
        }
        check_limits(longest, data.len())?;
        Ok(Self { starts: None, ends, data })
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, row: usize) -> Result<Cow<'_, str>, ApiError> {
        Ok(String::from_utf8_lossy(&self.data[self.range(row)?]))
    }

    pub fn values(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.ranges().map(|range| String::from_utf8_lossy(&self.data[range]))
    }

    /// Puts a value over the old one where it fits, else behind all others. What is no longer used stays until the
    /// column is gone, which is soon.
    pub fn set(&mut self, row: usize, value: &str) -> Result<(), ApiError> {
        let old = self.range(row)?;
        let starts = match &mut self.starts {
            Some(starts) => starts,
            starts => starts.insert(starts_of(&self.ends)),
        };
        let start = if value.len() <= old.len() {
            self.data[old.start..old.start + value.len()].copy_from_slice(value.as_bytes());
            old.start
        } else {
            check_limits(value.len(), self.data.len() + value.len())?;
            let start = self.data.len();
            self.data.extend_from_slice(value.as_bytes());
            start
        };
        starts[row] = offset(start);
        self.ends[row] = offset(start + value.len());
        Ok(())
    }

    pub fn to_packed(&self) -> Packed {
        if self.starts.is_none() {
            return Packed { ends: self.ends.clone(), data: self.data.clone() };
        }
        let mut packed =
            Packed { ends: Vec::with_capacity(self.len()), data: Vec::with_capacity(self.data.len()) };
        for range in self.ranges() {
            packed.data.extend_from_slice(&self.data[range]);
            packed.ends.push(offset(packed.data.len()));
        }
        packed
    }

    fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        (0..self.len()).map(|row| self.start(row)..self.ends[row] as usize)
    }

    fn range(&self, row: usize) -> Result<Range<usize>, ApiError> {
        match self.ends.get(row) {
            Some(&end) => Ok(self.start(row)..end as usize),
            None => Err(no_row(row, self.len())),
        }
    }

    fn start(&self, row: usize) -> usize {
        match &self.starts {
            Some(starts) => starts[row] as usize,
            None if row == 0 => 0,
            None => self.ends[row - 1] as usize,
        }
    }
}

fn starts_of(ends: &[u32]) -> Vec<u32> {
    std::iter::once(0).chain(ends.iter().copied()).take(ends.len()).collect()
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a column holds at most 256 MiB")
}

fn check_limits(value: usize, column: usize) -> Result<(), ApiError> {
    if value > LONGEST_VALUE {
        return Err(ApiError::LimitExceeded(format!("a value of {value} bytes, at most {LONGEST_VALUE}")));
    }
    if column > LONGEST_COLUMN {
        return Err(ApiError::LimitExceeded(format!("a column of {column} bytes, at most {LONGEST_COLUMN}")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &Text) -> Vec<String> {
        text.values().map(Cow::into_owned).collect()
    }

    #[test]
    fn what_was_written_is_read_however_it_is_read() {
        let mut text = Text::collect(["one", "", "drei"].into_iter());
        text.set(2, "3").unwrap();
        text.set(0, "longer").unwrap();
        text.set(1, "ä").unwrap();
        assert_eq!(values(&text), ["longer", "ä", "3"]);
        assert_eq!(text.get(1).unwrap(), "ä");
        let packed = text.to_packed();
        assert_eq!(packed.ends, [6, 8, 9]);
        assert_eq!(packed.data, "longerä3".as_bytes());
        assert_eq!(values(&Text::from_packed(packed, 3).unwrap()), ["longer", "ä", "3"]);
    }

    #[test]
    fn a_block_that_is_none_is_refused() {
        let from =
            |ends: &[u32], rows| Text::from_packed(Packed { ends: ends.to_vec(), data: vec![b'x'; 4] }, rows);
        assert!(from(&[1, 4], 2).is_ok());
        for (ends, rows) in [(&[1, 4][..], 3), (&[4, 1, 4], 3), (&[1, 3], 2), (&[1, 5], 2), (&[], 0)] {
            assert!(matches!(from(ends, rows), Err(ApiError::OutOfRange(_))), "{ends:?}");
        }
    }
}
