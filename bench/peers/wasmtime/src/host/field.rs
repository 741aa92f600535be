use super::{Field, Host, Received, not_here};
use crate::bindings::gadget::api::field::{self, Annotation, Packed};
use crate::bindings::{Failure, Kind};
use crate::column::{Column, check_count, no_row};
use crate::packet::FIELDS;
use crate::text::Text;
use std::rc::Rc;
use wasmtime::component::Resource;

type Answer<T> = Result<T, Failure>;

impl Host {
    fn column(&self, field: &Resource<Field>, packet: &Resource<Received>) -> Answer<&Column> {
        let draft = self.draft(packet)?;
        Ok(&draft.columns[self.table.get(field)?.0])
    }

    /// The column for writing: the packet's own is copied the first time.
    fn column_mut(&mut self, field: &Resource<Field>, packet: &Resource<Received>) -> Answer<&mut Column> {
        let number = self.table.get(field)?.0;
        let draft = self.draft_mut(packet)?;
        Ok(Rc::make_mut(&mut draft.columns[number]))
    }

    fn replace(
        &mut self,
        field: &Resource<Field>,
        packet: &Resource<Received>,
        column: Column,
    ) -> Answer<()> {
        let number = self.table.get(field)?.0;
        let draft = self.draft_mut(packet)?;
        draft.columns[number] = Rc::new(column);
        Ok(())
    }
}

/// Accessors that the guest of the bench does not use.
macro_rules! not_here {
    ($($name:ident($($value:ty)?) -> $answer:ty;)*) => {$(
        fn $name(&mut self, _: Resource<Field>, _: Resource<Received>, $(_: $value)?) -> Answer<$answer> {
            not_here()
        }
    )*};
    (row: $($name:ident($($value:ty)?) -> $answer:ty;)*) => {$(
        fn $name(&mut self, _: Resource<Field>, _: Resource<Received>, _: u32, $(_: $value)?) -> Answer<$answer> {
            not_here()
        }
    )*};
}

impl field::Host for Host {}

impl field::HostField for Host {
    fn name(&mut self, field: Resource<Field>) -> wasmtime::Result<String> {
        let (name, _) = FIELDS[self.table.get(&field)?.0];
        Ok(name.to_owned())
    }

    fn kind(&mut self, field: Resource<Field>) -> wasmtime::Result<Kind> {
        let (_, kind) = FIELDS[self.table.get(&field)?.0];
        Ok(kind)
    }

    fn fixed_size(&mut self, _: Resource<Field>) -> wasmtime::Result<Option<u32>> {
        Ok(None)
    }

    fn requested(&mut self, _: Resource<Field>) -> wasmtime::Result<bool> {
        Ok(true)
    }

    fn tags(&mut self, _: Resource<Field>) -> wasmtime::Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn annotations(&mut self, _: Resource<Field>) -> wasmtime::Result<Vec<Annotation>> {
        Ok(Vec::new())
    }

    fn add_tag(&mut self, _: Resource<Field>, _: String) -> Answer<()> {
        not_here()
    }

    fn annotate(&mut self, _: Resource<Field>, _: String, _: String) -> Answer<()> {
        not_here()
    }

    fn set_hidden(&mut self, _: Resource<Field>, _: bool) -> Answer<()> {
        not_here()
    }

    fn is_set(&mut self, _: Resource<Field>, packet: Resource<Received>, row: u32) -> Answer<bool> {
        let rows = self.draft(&packet)?.rows;
        if row < rows { Ok(true) } else { Err(no_row(row as usize, rows as usize).into()) }
    }

    fn column_is_set(&mut self, _: Resource<Field>, packet: Resource<Received>) -> Answer<Vec<bool>> {
        Ok(vec![true; self.draft(&packet)?.rows as usize])
    }

    fn get_u32(&mut self, field: Resource<Field>, packet: Resource<Received>, row: u32) -> Answer<u32> {
        let values = self.column(&field, &packet)?.numbers()?;
        Ok(*values.get(row as usize).ok_or_else(|| no_row(row as usize, values.len()))?)
    }

    fn column_u32(&mut self, field: Resource<Field>, packet: Resource<Received>) -> Answer<Vec<u32>> {
        Ok(self.column(&field, &packet)?.numbers()?.to_vec())
    }

    fn set_column_u32(
        &mut self,
        field: Resource<Field>,
        packet: Resource<Received>,
        values: Vec<u32>,
    ) -> Answer<()> {
        let rows = self.column(&field, &packet)?.numbers()?.len();
        check_count(values.len(), rows)?;
        self.replace(&field, &packet, Column::U32(values))
    }

    fn get_text(&mut self, field: Resource<Field>, packet: Resource<Received>, row: u32) -> Answer<String> {
        Ok(self.column(&field, &packet)?.text()?.get(row as usize)?.into_owned())
    }

    fn set_text(
        &mut self,
        field: Resource<Field>,
        packet: Resource<Received>,
        row: u32,
        value: String,
    ) -> Answer<()> {
        Ok(self.column_mut(&field, &packet)?.text_mut()?.set(row as usize, &value)?)
    }

    fn column_packed(&mut self, field: Resource<Field>, packet: Resource<Received>) -> Answer<Packed> {
        Ok(self.column(&field, &packet)?.text()?.to_packed())
    }

    fn set_column_packed(
        &mut self,
        field: Resource<Field>,
        packet: Resource<Received>,
        values: Packed,
    ) -> Answer<()> {
        let rows = self.column(&field, &packet)?.text()?.len();
        self.replace(&field, &packet, Column::Text(Text::from_packed(values, rows)?))
    }

    fn drop(&mut self, field: Resource<Field>) -> wasmtime::Result<()> {
        self.table.delete(field)?;
        Ok(())
    }

    not_here! { row:
        unset() -> ();
        get_bool() -> bool;
        get_s32() -> i32;
        get_s64() -> i64;
        get_u64() -> u64;
        get_f64() -> f64;
        get_bytes() -> Vec<u8>;
        set_bool(bool) -> ();
        set_s32(i32) -> ();
        set_u32(u32) -> ();
        set_s64(i64) -> ();
        set_u64(u64) -> ();
        set_f64(f64) -> ();
        set_bytes(Vec<u8>) -> ();
    }
    not_here! {
        column_s32() -> Vec<i32>;
        column_s64() -> Vec<i64>;
        column_u64() -> Vec<u64>;
        column_f64() -> Vec<f64>;
        column_text() -> Vec<String>;
        set_column_s32(Vec<i32>) -> ();
        set_column_s64(Vec<i64>) -> ();
        set_column_u64(Vec<u64>) -> ();
        set_column_f64(Vec<f64>) -> ();
        set_column_text(Vec<String>) -> ();
    }
}
