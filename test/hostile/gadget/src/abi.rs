//! What calls to the host are made of: numbers, each with a meaning. Nothing here checks anything: what is passed reaches
//! the host as it is.

pub use crate::functions::CALLS;

/// What one number is that goes to the host.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(non_camel_case_types)]
pub enum Slot {
    source,
    field,
    packet,
    row,
    count,
    int,
    long,
    float,
    flag,
    /// Cases of the enums level, delivery and kind.
    level,
    delivery,
    kind,
    timer,
    /// Where a text is; its length follows.
    text,
    /// Where a list is, of items of so many bytes; its length follows.
    list1,
    list4,
    list8,
    /// Where each list of a column ends.
    ends,
    /// A list of texts.
    texts,
    /// A list of attributes.
    attributes,
    length,
    /// Where the result goes, by its size.
    ret2,
    ret8,
    ret12,
    ret16,
    ret20,
    ret28,
    /// Aligned to 8 bytes.
    ret16wide,
    ret24wide,
}

impl Slot {
    /// Of a result: its size and alignment.
    pub fn result(self) -> Option<(i64, i64)> {
        Some(match self {
            Slot::ret2 => (2, 1),
            Slot::ret8 => (8, 4),
            Slot::ret12 => (12, 4),
            Slot::ret16 => (16, 4),
            Slot::ret20 => (20, 4),
            Slot::ret28 => (28, 4),
            Slot::ret16wide => (16, 8),
            Slot::ret24wide => (24, 8),
            _ => return None,
        })
    }

    /// Of a text or list: the size of an item and its alignment.
    pub fn list(self) -> Option<(i64, i64)> {
        Some(match self {
            Slot::text | Slot::list1 => (1, 1),
            Slot::list4 | Slot::ends => (4, 4),
            Slot::list8 => (8, 8),
            Slot::texts => (8, 4),
            Slot::attributes => (24, 8),
            _ => return None,
        })
    }

    pub fn is_handle(self) -> bool {
        matches!(self, Slot::source | Slot::field | Slot::packet)
    }
}

/// One function of the host.
pub struct Call {
    /// Such as `gadget:api/field@1.1.0`.
    pub interface: &'static str,
    /// As in the interface: `[method]field.name`.
    pub name: &'static str,
    pub slots: &'static [Slot],
    pub run: fn(&[i64]) -> i64,
}

impl Call {
    /// Whether it reads and writes fields of lists.
    pub fn of_lists(&self) -> bool {
        self.interface.starts_with("gadget:api/lists@")
    }

    /// Such as `field.name`.
    pub fn short(&self) -> &'static str {
        self.name
            .trim_start_matches("[method]")
            .trim_start_matches("[static]")
    }

    /// Calls the host, with one number for each slot; floats as their bits.
    pub fn with(&self, numbers: &[i64]) -> i64 {
        assert_eq!(numbers.len(), self.slots.len(), "{}", self.name);
        (self.run)(numbers)
    }

    /// Where the slots are that pass a test.
    pub fn places(&self, test: impl Fn(Slot) -> bool) -> Vec<usize> {
        (0..self.slots.len())
            .filter(|&at| test(self.slots[at]))
            .collect()
    }
}

/// A function by its name in the interface, or the short form of it.
pub fn function(name: &str) -> &'static Call {
    let found = CALLS
        .iter()
        .find(|call| call.name == name || call.short() == name);
    found.unwrap_or_else(|| panic!("there is no function {name}"))
}
