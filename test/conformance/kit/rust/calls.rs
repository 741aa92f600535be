use super::accessors::Accessor;
use super::show::Show;
use gadget_guest::{AnyField, Packet};

/// How every function that takes a packet ends for this field: those of one row, those of the accessor's column if it has
/// one. What is written is said by texts: the first for the row, all for the column.
pub fn calls(accessor: &Accessor, field: &AnyField, packet: &Packet, row: u32, texts: &[&str]) -> String {
    let of_row = packet.row(row);
    let mut made = vec![
        format!("get {}", (accessor.get)(field, packet, row)),
        format!("set {}", (accessor.set)(field, packet, row, texts.first().unwrap_or(&"1"))),
        format!("is-set {}", field.is_set(of_row).show()),
        format!("unset {}", field.unset(of_row).show()),
        format!("column-is-set {}", field.is_set_column(packet).show()),
    ];
    if let (Some(column), Some(set_column)) = (accessor.column, accessor.set_column) {
        made.push(format!("column {}", column(field, packet)));
        made.push(format!("set-column {}", set_column(field, packet, texts)));
    }
    made.join(", ")
}
