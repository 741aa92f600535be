use crate::any_value::AnyValue;
use crate::error::{ApiError, Result};
use crate::kind::{Annotation, Kind, name_of};
use crate::packet::{Packet, Row};
use crate::raw::gadget::api::field::Field as Raw;
use crate::raw::gadget::api::lists;
use crate::value::{FieldType, Value};
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

/// A field whose kind shows at run time; see [`Field::typed`]. For lists there is [`AnyListField`].
pub type AnyField = Field<AnyValue>;

/// A field of lists, the kind of whose elements shows at run time. To be set to elements of one kind.
pub type AnyListField = Field<Vec<AnyValue>>;

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
        T::unset(&self.raw, self.kind, row.packet().raw(), row.index())
    }

    /// Takes the values of several rows away, all or none. In any order; a row may be named twice.
    ///
    /// Fails with `out-of-range` when there is no such row.
    pub fn unset_many(&self, packet: &Packet, rows: &[u32]) -> Result<()> {
        Ok(self.raw.unset_many(packet.raw(), rows)?)
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

    /// The kind the field has, which can be narrower than `T`. [`Kind::Other`] for lists.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// For a field of lists the kind of their elements; none for all others.
    pub fn element_kind(&self) -> Option<Kind> {
        lists::element_kind(&self.raw)
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

    /// Whether outputs leave the field out unless they are asked for it by name.
    pub fn hidden(&self) -> bool {
        self.raw.hidden()
    }

    /// Whether outputs shall leave the field out unless they are asked for it by name. In `init`.
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
        match T::misfit(&raw, kind) {
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
    pub(crate) fn unset_again(&self, packet: &Packet, set: &[bool]) -> Result<()> {
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

    /// The same field, as one of lists.
    ///
    /// Fails with `wrong-kind` when it is none; [`element_kind`](Self::element_kind) tells before.
    pub fn into_lists(self) -> Result<AnyListField> {
        match self.element_kind() {
            Some(_) => Ok(Field { raw: self.raw, kind: self.kind, value: PhantomData }),
            None => Err(ApiError::WrongKind(format!(
                "field {} is {}, not of lists",
                self.raw.name(),
                name_of(self.kind)
            ))),
        }
    }
}
