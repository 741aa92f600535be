use crate::error::{ApiError, Result};
use crate::kind::{Annotation, Kind, name_of, types_for};
use crate::packed::Packed;
use crate::packet::{Packet, Row};
use crate::raw::gadget::api::field::Field as Raw;
use crate::value::{AnyValue, FieldType, Value};
use std::borrow::{Borrow, Cow};
use std::marker::PhantomData;

/// A column of a source, read as `T`: a name, a kind, and in every row a value or nothing.
///
/// Obtain it once, in `init`, with [`Source::field`](crate::Source::field) or
/// [`Source::add_field`](crate::Source::add_field), and use it with every packet of that source. Whole columns have
/// exactly [`Packet::len`] values, discarded rows included, and cost much less than going row by row.
#[derive(Debug)]
pub struct Field<T> {
    raw: Raw,
    kind: Kind,
    value: PhantomData<fn() -> T>,
}

/// A field whose kind shows at run time; see [`Field::typed`].
pub type AnyField = Field<AnyValue>;

impl<T: Value> Field<T> {
    /// The value of one row; `false`, 0 or empty when unset ([`is_set`](Self::is_set) tells).
    #[inline]
    pub fn get(&self, row: Row<'_>) -> Result<T> {
        T::read(&self.raw, self.kind, row.packet().raw(), row.index())
    }

    /// Sets the value of one row.
    ///
    /// Fails with `out-of-range` when the field cannot hold it: nothing is cut.
    #[inline]
    pub fn set(&self, row: Row<'_>, value: T::Set<'_>) -> Result<()> {
        T::write(&self.raw, row.packet().raw(), row.index(), value)
    }

    /// Whether this row has a value.
    #[inline]
    pub fn is_set(&self, row: Row<'_>) -> Result<bool> {
        Ok(self.raw.is_set(row.packet().raw(), row.index())?)
    }

    /// Takes the value of this row away.
    pub fn unset(&self, row: Row<'_>) -> Result<()> {
        Ok(self.raw.unset(row.packet().raw(), row.index())?)
    }

    /// Whether each row has a value, in order of rows. [`column`](Self::column) can't tell: there, what is unset reads
    /// as 0 or empty.
    pub fn is_set_column(&self, packet: &Packet) -> Result<Vec<bool>> {
        Ok(self.raw.column_is_set(packet.raw())?)
    }

    /// All values of the packet, in order of rows; a copy. For text and bytes, [`packed`](Self::packed) needs no
    /// allocation per row.
    pub fn column(&self, packet: &Packet) -> Result<Vec<T>> {
        T::read_column(&self.raw, self.kind, packet.raw())
    }

    /// The full name: `a.b` is `b` within `a`.
    pub fn name(&self) -> String {
        self.raw.name()
    }

    /// The kind the field has, which can be narrower than `T`.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many bytes each value takes; none when that varies.
    pub fn fixed_size(&self) -> Option<u32> {
        self.raw.fixed_size()
    }

    /// Whether anybody behind this gadget asked for the field: an output that prints it, or a later gadget. Exact from
    /// `start` on, true in `init`. Lets a gadget skip work that nobody sees.
    pub fn requested(&self) -> bool {
        self.raw.requested()
    }

    /// Words that say what the field is about.
    pub fn tags(&self) -> Vec<String> {
        self.raw.tags()
    }

    /// Notes for those who show the field.
    pub fn annotations(&self) -> Vec<Annotation> {
        self.raw.annotations()
    }

    /// Adds a tag; twice is fine. In `init`.
    pub fn add_tag(&self, tag: &str) -> Result<&Self> {
        self.raw.add_tag(tag)?;
        Ok(self)
    }

    /// Puts a note on the field, such as `annotate("description", "who opened it")`. In `init`.
    pub fn annotate(&self, key: &str, value: &str) -> Result<&Self> {
        self.raw.annotate(key, value)?;
        Ok(self)
    }

    /// Whether outputs leave the field out unless they are asked for it by name. In `init`.
    pub fn set_hidden(&self, hidden: bool) -> Result<&Self> {
        self.raw.set_hidden(hidden)?;
        Ok(self)
    }

    /// The generated binding.
    pub fn raw(&self) -> &Raw {
        &self.raw
    }
}

impl<T: FieldType> Field<T> {
    /// Fails with `wrong-kind` when values could get lost; the text says what would work.
    pub(crate) fn new(raw: Raw) -> Result<Self> {
        let kind = raw.kind();
        match misfit::<T>(kind) {
            None => Ok(Self { raw, kind, value: PhantomData }),
            Some(why) => Err(ApiError::WrongKind(format!("field {} is {why}", raw.name()))),
        }
    }

    /// Sets all values of the packet, all or none. Every row is set afterwards.
    ///
    /// Fails with `out-of-range` unless there are exactly [`Packet::len`] values and the field can hold each.
    pub fn set_column(&self, packet: &Packet, values: &[T]) -> Result<()> {
        T::write_column(&self.raw, packet.raw(), values)
    }

    /// Unsets what writing the whole column has set.
    fn unset_again(&self, packet: &Packet, set: &[bool]) -> Result<()> {
        let unset = (0..).zip(set).filter(|(_, set)| !**set);
        unset.into_iter().try_for_each(|(row, _)| self.unset(packet.row(row)))
    }
}

impl Field<AnyValue> {
    pub(crate) fn new_any(raw: Raw) -> Self {
        let kind = raw.kind();
        Self { raw, kind, value: PhantomData }
    }

    /// The same field, read as `T`.
    ///
    /// Fails with `wrong-kind` when values of the field could get lost that way.
    pub fn typed<T: FieldType>(self) -> Result<Field<T>> {
        Field::new(self.raw)
    }
}

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
                let raw = self.raw.column_packed(packet.raw())?;
                Ok(Packed { raw, fixed: self.raw.fixed_size().is_some() })
            }

            /// Sets all values of the packet from a block, stored as they are. Every row is set afterwards.
            ///
            /// Fails with `out-of-range` unless there are exactly [`Packet::len`] values and the field can hold each.
            pub fn set_packed(&self, packet: &Packet, values: &Packed) -> Result<()> {
                Ok(self.raw.set_column_packed(packet.raw(), &values.raw)?)
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
fn changed<'a, V: ToOwned + PartialEq + ?Sized>(
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

/// Why a field of this kind can't be read as `T`, if so.
fn misfit<T: FieldType>(kind: Kind) -> Option<String> {
    let types = types_for(kind);
    if types.contains(&T::NAME) {
        return None;
    }
    let advice = match types {
        [] => "it cannot be read".to_string(),
        types => format!("ask for {}", types.join(" or ")),
    };
    Some(format!("{}, not {}: {advice}", name_of(kind), T::NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_a_field_can_be_read_as() {
        assert_eq!(misfit::<u32>(Kind::Uint8), None);
        assert_eq!(misfit::<Vec<u8>>(Kind::Text), None);
        assert_eq!(misfit::<u32>(Kind::Uint64).unwrap(), "uint64, not u32: ask for u64");
        assert_eq!(misfit::<String>(Kind::Other).unwrap(), "other, not String: it cannot be read");
        assert_eq!(misfit::<f64>(Kind::Int64).unwrap(), "int64, not f64: ask for i64");
    }

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
