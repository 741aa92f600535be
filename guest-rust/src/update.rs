//! Values changed in place.

use crate::error::{ApiError, Result};
use crate::field::Field;
use crate::packed::Packed;
use crate::packet::Packet;
use std::borrow::{Borrow, Cow};

macro_rules! update_numbers {
    ($($type:ty),+: $same:expr) => {$(
        impl Field<$type> {
            /// Changes values in place: `change` is given each value there is, and answers the new one. Rows without a
            /// value stay so, and when nothing changes nothing is written.
            ///
            /// Fails with `out-of-range` when the field cannot hold an answer; then no row has changed.
            pub fn update(&self, packet: &Packet, mut change: impl FnMut($type) -> $type) -> Result<()> {
                let mut values = self.column(packet)?;
                let set = self.is_set_column(packet)?;
                let mut changed = false;
                for (value, _) in values.iter_mut().zip(&set).filter(|(_, set)| **set) {
                    let after = change(*value);
                    changed |= !$same(&after, value);
                    *value = after;
                }
                if !changed {
                    return Ok(());
                }
                self.set_column(packet, &values)?;
                self.unset_again(packet, &set)
            }
        }
    )+};
}

update_numbers!(bool, i8, i16, i32, i64, u8, u16, u32, u64: PartialEq::eq);
// 0 and -0 are equal, and not the same.
update_numbers!(f32: |a: &f32, b: &f32| a.to_bits() == b.to_bits());
update_numbers!(f64: |a: &f64, b: &f64| a.to_bits() == b.to_bits());

macro_rules! blocks {
    ($type:ty, $borrowed:ty, $values:ident, $has_nul:expr) => {
        impl Field<$type> {
            /// All values of the packet as one block: two allocations, however many rows there are.
            pub fn packed(&self, packet: &Packet) -> Result<Packed> {
                let raw = self.raw().column_packed(packet.raw())?;
                Ok(Packed { raw, fixed: self.raw().fixed_size().is_some() })
            }

            /// Sets all values of the packet from a block, stored as they are. Every row is set afterwards.
            ///
            /// Fails with `out-of-range` unless there are exactly [`Packet::len`] values and the field can hold each.
            pub fn set_packed(&self, packet: &Packet, values: &Packed) -> Result<()> {
                Ok(self.raw().set_column_packed(packet.raw(), &values.raw)?)
            }

            /// Changes values in place: `change` is given each value there is, and answers the new one, or the same.
            /// Rows without a value stay so, and when nothing changes nothing is written.
            ///
            /// Fails with `out-of-range` when the field cannot hold an answer; then no row has changed.
            pub fn update(
                &self,
                packet: &Packet,
                mut change: impl FnMut(&$borrowed) -> Cow<'_, $borrowed>,
            ) -> Result<()> {
                let before = self.packed(packet)?;
                // What is unset reads as empty: without an empty value all are set.
                let may_be_unset = before.iter().any(<[u8]>::is_empty);
                let set = if may_be_unset { self.is_set_column(packet)? } else { Vec::new() };
                let mut nul = false;
                let values = before.$values().enumerate().map(|(row, value)| match set.get(row) {
                    Some(false) => None,
                    _ => changed(value.into(), &mut change).inspect(|after| nul |= $has_nul(after)),
                });
                let Some(after) = before.changed(values) else {
                    return Ok(());
                };
                if nul && before.fixed {
                    return Err(ApiError::OutOfRange("a NUL in a text of fixed size".to_string()));
                }
                self.set_packed(packet, &after)?;
                self.unset_again(packet, &set)
            }
        }
    };
}

// A block is stored as it is: what the host refuses of a text has to be refused here.
blocks!(String, str, texts, |text: &str| text.contains('\0'));
blocks!(Vec<u8>, [u8], iter, |_: &[u8]| false);

/// What a value is changed to; none when it stays.
pub(crate) fn changed<'a, V: ToOwned + PartialEq + ?Sized>(
    value: Cow<'a, V>,
    change: &mut impl FnMut(&V) -> Cow<'_, V>,
) -> Option<Cow<'a, V>> {
    match value {
        Cow::Borrowed(before) => {
            let after = change(before);
            (*after != *before).then_some(after)
        }
        Cow::Owned(before) => {
            let after = change(before.borrow());
            (*after != *before.borrow()).then(|| Cow::Owned(after.into_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_stays_is_not_written() {
        fn upper(text: &str) -> Cow<'_, str> {
            Cow::Owned(text.to_uppercase())
        }
        assert_eq!(changed(Cow::Borrowed("a"), &mut upper).as_deref(), Some("A"));
        assert_eq!(changed(Cow::Borrowed("A"), &mut upper), None);
        assert_eq!(changed(Cow::Owned("\u{fffd}".to_string()), &mut upper), None);
        assert_eq!(changed(Cow::Owned("a".to_string()), &mut upper).as_deref(), Some("A"));
    }
}
