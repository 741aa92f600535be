use crate::error::Result;
use crate::fit;
use crate::kind::Kind;
use crate::raw::gadget::api::datasource::DataSource as RawSource;
use crate::raw::gadget::api::{field::Field as RawField, packet::Packet as RawPacket};

/// A Rust type as which a field can be read and written: the numbers, `bool`, `String`, `Vec<u8>`, a [`List`](crate::List)
/// of these, and [`AnyValue`](crate::AnyValue) or a `Vec` of it for fields whose kind shows only when the gadget runs.
pub trait Value: Sized + sealed::Sealed {
    /// What [`Field::set`](crate::Field::set) takes: `&str` for `String`, `&[u8]` for `Vec<u8>`, a slice for a list, the
    /// type itself else.
    type Set<'a>;

    #[doc(hidden)]
    fn read(field: &RawField, kind: Kind, packet: &RawPacket, row: u32) -> Result<Self>;
    #[doc(hidden)]
    fn write(field: &RawField, packet: &RawPacket, row: u32, value: Self::Set<'_>) -> Result<()>;
    #[doc(hidden)]
    fn read_column(field: &RawField, kind: Kind, packet: &RawPacket) -> Result<Vec<Self>>;
    #[doc(hidden)]
    fn unset(field: &RawField, kind: Kind, packet: &RawPacket, row: u32) -> Result<()> {
        let _ = kind;
        Ok(field.unset(packet, row)?)
    }
}

/// A [`Value`] that names a kind of field, so that one can be made for it and asked for by it: all but
/// [`AnyValue`](crate::AnyValue).
pub trait FieldType: Value {
    /// The kind that [`Source::add_field`](crate::Source::add_field) makes; [`Kind::Other`] for lists.
    const KIND: Kind;
    /// For lists the kind of their elements.
    const ELEMENT_KIND: Option<Kind> = None;

    /// The type's name, as `types_for` spells it.
    #[doc(hidden)]
    const NAME: &'static str;
    #[doc(hidden)]
    fn add(source: &RawSource, name: &str) -> Result<RawField> {
        Ok(source.add_field(name, Self::KIND)?)
    }
    /// Why the field can't be read as this type, if so.
    #[doc(hidden)]
    fn misfit(field: &RawField, kind: Kind) -> Option<String> {
        let _ = field;
        fit::misfit(kind, Self::NAME)
    }
    #[doc(hidden)]
    fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()>;
}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// Types for which the interface has accessors of their own.
macro_rules! direct {
    ($type:ty, $kind:ident, $get_row:ident, $set_row:ident, $get_column:ident, $set_column:ident) => {
        impl sealed::Sealed for $type {}
        impl Value for $type {
            type Set<'a> = $type;
            #[inline]
            fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
                Ok(field.$get_row(packet, row)?)
            }
            #[inline]
            fn write(field: &RawField, packet: &RawPacket, row: u32, value: $type) -> Result<()> {
                Ok(field.$set_row(packet, row, value)?)
            }
            fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
                Ok(field.$get_column(packet)?)
            }
        }
        impl FieldType for $type {
            const KIND: Kind = Kind::$kind;
            const NAME: &'static str = stringify!($type);
            fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()> {
                Ok(field.$set_column(packet, values)?)
            }
        }
    };
}

direct!(i32, Int32, get_s32, set_s32, column_s32, set_column_s32);
direct!(u32, Uint32, get_u32, set_u32, column_u32, set_column_u32);
direct!(i64, Int64, get_s64, set_s64, column_s64, set_column_s64);
direct!(u64, Uint64, get_u64, set_u64, column_u64, set_column_u64);
direct!(f64, Float64, get_f64, set_f64, column_f64, set_column_f64);

/// Types that travel as a wider one. Reading loses nothing, as the field's kind was checked when it was obtained.
macro_rules! through {
    ($type:ty, $kind:ident, $wide:ty, $narrow:expr, $get_row:ident, $set_row:ident, $get_column:ident, $set_column:ident) => {
        impl sealed::Sealed for $type {}
        impl Value for $type {
            type Set<'a> = $type;
            #[inline]
            fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
                Ok(field.$get_row(packet, row).map($narrow)?)
            }
            #[inline]
            fn write(field: &RawField, packet: &RawPacket, row: u32, value: $type) -> Result<()> {
                Ok(field.$set_row(packet, row, <$wide>::from(value))?)
            }
            fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
                Ok(field.$get_column(packet)?.into_iter().map($narrow).collect())
            }
        }
        impl FieldType for $type {
            const KIND: Kind = Kind::$kind;
            const NAME: &'static str = stringify!($type);
            fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()> {
                let wide: Vec<$wide> = values.iter().copied().map(<$wide>::from).collect();
                Ok(field.$set_column(packet, &wide)?)
            }
        }
    };
}

through!(i8, Int8, i32, |wide| wide as i8, get_s32, set_s32, column_s32, set_column_s32);
through!(i16, Int16, i32, |wide| wide as i16, get_s32, set_s32, column_s32, set_column_s32);
through!(u8, Uint8, u32, |wide| wide as u8, get_u32, set_u32, column_u32, set_column_u32);
through!(u16, Uint16, u32, |wide| wide as u16, get_u32, set_u32, column_u32, set_column_u32);
through!(f32, Float32, f64, |wide| wide as f32, get_f64, set_f64, column_f64, set_column_f64);

impl sealed::Sealed for bool {}
impl Value for bool {
    type Set<'a> = bool;
    #[inline]
    fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
        Ok(field.get_bool(packet, row)?)
    }
    #[inline]
    fn write(field: &RawField, packet: &RawPacket, row: u32, value: bool) -> Result<()> {
        Ok(field.set_bool(packet, row, value)?)
    }
    fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
        Ok(field.column_u32(packet)?.into_iter().map(|value| value != 0).collect())
    }
}
impl FieldType for bool {
    const KIND: Kind = Kind::Boolean;
    const NAME: &'static str = stringify!(bool);
    fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()> {
        let numbers: Vec<u32> = values.iter().copied().map(u32::from).collect();
        Ok(field.set_column_u32(packet, &numbers)?)
    }
}

impl sealed::Sealed for String {}
impl Value for String {
    type Set<'a> = &'a str;
    #[inline]
    fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
        Ok(field.get_text(packet, row)?)
    }
    #[inline]
    fn write(field: &RawField, packet: &RawPacket, row: u32, value: &str) -> Result<()> {
        Ok(field.set_text(packet, row, value)?)
    }
    fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
        Ok(field.column_text(packet)?)
    }
}
impl FieldType for String {
    const KIND: Kind = Kind::Text;
    const NAME: &'static str = stringify!(String);
    fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()> {
        Ok(field.set_column_text(packet, values)?)
    }
}

impl sealed::Sealed for Vec<u8> {}
impl Value for Vec<u8> {
    type Set<'a> = &'a [u8];
    #[inline]
    fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
        Ok(field.get_bytes(packet, row)?)
    }
    #[inline]
    fn write(field: &RawField, packet: &RawPacket, row: u32, value: &[u8]) -> Result<()> {
        Ok(field.set_bytes(packet, row, value)?)
    }
    fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
        let packed = crate::Packed::variable(field.column_packed(packet)?);
        Ok(packed.iter().map(<[u8]>::to_vec).collect())
    }
}
impl FieldType for Vec<u8> {
    const KIND: Kind = Kind::Bytes;
    const NAME: &'static str = stringify!(Vec<u8>);
    fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()> {
        let packed: crate::Packed = values.iter().collect();
        Ok(field.set_column_packed(packet, &packed.raw)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::types_for;

    #[test]
    fn each_type_is_the_closest_one_for_the_kind_it_makes() {
        fn check<T: FieldType>() {
            assert_eq!(types_for(T::KIND)[0], T::NAME);
        }
        check::<bool>();
        check::<i8>();
        check::<i16>();
        check::<i32>();
        check::<i64>();
        check::<u8>();
        check::<u16>();
        check::<u32>();
        check::<u64>();
        check::<f32>();
        check::<f64>();
        check::<String>();
        check::<Vec<u8>>();
    }
}
