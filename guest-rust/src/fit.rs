//! Whether a Rust type can take what a field holds, and what to say if not.

use crate::kind::{Kind, name_of, types_for};

/// Why a field of this kind can't be read as the type of this name, if so.
pub(crate) fn misfit(kind: Kind, name: &str) -> Option<String> {
    let types = types_for(kind);
    if types.contains(&name) {
        return None;
    }
    let mut why = format!("{}, not {name}: ", name_of(kind));
    match types {
        [] => why.push_str("lists are read as a Vec, anything else not at all"),
        types => {
            why.push_str("ask for ");
            why.push_str(&types.join(" or "));
        }
    }
    Some(why)
}

/// Why a field can't be read as lists whose elements have the type of this name, if so. `elements` is of what the field
/// has lists, if of any.
pub(crate) fn list_misfit(kind: Kind, elements: Option<Kind>, name: &str) -> Option<String> {
    let list = list_of(name);
    let Some(elements) = elements else {
        return match types_for(kind) {
            [] => Some(format!("{}, not {list}: it cannot be read", name_of(kind))),
            _ => misfit(kind, &list),
        };
    };
    let types = types_for(elements);
    if types.contains(&name) {
        return None;
    }
    let advice: Vec<String> = types.iter().copied().map(list_of).collect();
    Some(format!("{}[], not {list}: ask for {}", name_of(elements), advice.join(" or ")))
}

/// The type of a list of these.
fn list_of(name: &str) -> String {
    match name {
        "u8" => "U8List".to_string(),
        name => format!("Vec<{name}>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_a_field_can_be_read_as() {
        assert_eq!(misfit(Kind::Uint8, "u32"), None);
        assert_eq!(misfit(Kind::Text, "Vec<u8>"), None);
        assert_eq!(misfit(Kind::Uint64, "u32").unwrap(), "uint64, not u32: ask for u64");
        assert_eq!(misfit(Kind::Int64, "f64").unwrap(), "int64, not f64: ask for i64");
        assert_eq!(
            misfit(Kind::Other, "String").unwrap(),
            "other, not String: lists are read as a Vec, anything else not at all"
        );
    }

    #[test]
    fn says_what_lists_can_be_read_as() {
        let lists = |elements, name| list_misfit(Kind::Other, Some(elements), name);
        assert_eq!(lists(Kind::Uint8, "u32"), None);
        assert_eq!(lists(Kind::Uint8, "u8"), None);
        assert_eq!(lists(Kind::Text, "Vec<u8>"), None);
        assert_eq!(
            lists(Kind::Text, "u32").unwrap(),
            "text[], not Vec<u32>: ask for Vec<String> or Vec<Vec<u8>>"
        );
        assert_eq!(lists(Kind::Uint64, "u8").unwrap(), "uint64[], not U8List: ask for Vec<u64>");
        assert_eq!(
            list_misfit(Kind::Text, None, "String").unwrap(),
            "text, not Vec<String>: ask for String or Vec<u8>"
        );
        assert_eq!(list_misfit(Kind::Other, None, "i64").unwrap(), "other, not Vec<i64>: it cannot be read");
    }
}
