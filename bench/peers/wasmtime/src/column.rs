use crate::bindings::ApiError;
use crate::text::Text;

/// The values of one field, one for each row; all are set.
#[derive(Clone)]
pub enum Column {
    U32(Vec<u32>),
    Text(Text),
}

impl Column {
    pub fn numbers(&self) -> Result<&[u32], ApiError> {
        match self {
            Self::U32(values) => Ok(values),
            Self::Text(_) => Err(wrong_kind("text", "u32")),
        }
    }

    pub fn text(&self) -> Result<&Text, ApiError> {
        match self {
            Self::Text(text) => Ok(text),
            Self::U32(_) => Err(wrong_kind("uint32", "text")),
        }
    }

    pub fn text_mut(&mut self) -> Result<&mut Text, ApiError> {
        match self {
            Self::Text(text) => Ok(text),
            Self::U32(_) => Err(wrong_kind("uint32", "text")),
        }
    }
}

fn wrong_kind(kind: &str, accessor: &str) -> ApiError {
    ApiError::WrongKind(format!("the field is {kind}, the accessor is {accessor}"))
}

pub fn no_row(row: usize, rows: usize) -> ApiError {
    ApiError::OutOfRange(format!("row {row} of {rows}"))
}

/// A whole column must have a value for each row.
pub fn check_count(values: usize, rows: usize) -> Result<(), ApiError> {
    if values == rows {
        return Ok(());
    }
    Err(ApiError::OutOfRange(format!("{values} values for {rows} rows")))
}
