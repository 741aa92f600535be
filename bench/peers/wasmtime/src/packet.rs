use crate::bindings::Kind;
use crate::column::Column;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

/// The fields of every row, in the order of a packet's columns.
pub const FIELDS: [(&str, Kind); 5] = [
    ("pid", Kind::Uint32),
    ("uid", Kind::Uint32),
    ("comm", Kind::Text),
    ("filename", Kind::Text),
    ("args", Kind::Text),
];

/// A row as JSON has it.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Row<'a> {
    pub pid: u32,
    pub uid: u32,
    pub comm: Cow<'a, str>,
    pub filename: Cow<'a, str>,
    pub args: Cow<'a, str>,
}

/// Rows in columns. A copy shares the columns until one of them is written.
#[derive(Clone)]
pub struct Packet {
    pub rows: u32,
    /// One for each of [`FIELDS`].
    pub columns: [Rc<Column>; FIELDS.len()],
}

impl Packet {
    pub fn new(rows: &[Row<'_>]) -> Self {
        let columns = [
            Column::U32(rows.iter().map(|row| row.pid).collect()),
            Column::U32(rows.iter().map(|row| row.uid).collect()),
            Column::Text(Text::collect(rows.iter().map(|row| &*row.comm))),
            Column::Text(Text::collect(rows.iter().map(|row| &*row.filename))),
            Column::Text(Text::collect(rows.iter().map(|row| &*row.args))),
        ];
        let length = u32::try_from(rows.len()).expect("packets are smaller");
        Self { rows: length, columns: columns.map(Rc::new) }
    }

    /// Gives each row to `take`, in order.
    pub fn for_each_row<E>(&self, mut take: impl FnMut(Row<'_>) -> Result<(), E>) -> Result<(), E> {
        let [
            Column::U32(pid),
            Column::U32(uid),
            Column::Text(comm),
            Column::Text(filename),
            Column::Text(args),
        ] = self.columns.each_ref().map(|column| &**column)
        else {
            unreachable!("columns keep their kinds");
        };
        let numbers = pid.iter().zip(uid);
        let texts = comm.values().zip(filename.values()).zip(args.values());
        numbers.zip(texts).try_for_each(|((&pid, &uid), ((comm, filename), args))| {
            take(Row { pid, uid, comm, filename, args })
        })
    }
}
