//! Texts as one block: their number, where each ends in the data, and the data. Numbers take four bytes, the lowest first.

use extism_pdk::Error;
use std::borrow::Cow;

const NUMBER: usize = size_of::<u32>();

/// The block of what `change` makes of each text. Fails when there is less in the block than it says, or it is not UTF-8.
pub fn map(block: &[u8], change: impl Fn(&str) -> Cow<'_, str>) -> Result<Vec<u8>, Error> {
    let cut_off = || Error::msg("the block is cut off");
    let (count, rest) = block.split_first_chunk().ok_or_else(cut_off)?;
    let sizes = u32::from_le_bytes(*count) as usize * NUMBER;
    let (ends, data) = rest.split_at_checked(sizes).ok_or_else(cut_off)?;
    // Checked once for all texts.
    let data = std::str::from_utf8(data)?;

    let mut changed = Vec::with_capacity(block.len());
    changed.extend_from_slice(&block[..NUMBER + sizes]);
    let mut start = 0;
    for (place, end) in ends.as_chunks::<NUMBER>().0.iter().enumerate() {
        let end = u32::from_le_bytes(*end) as usize;
        let text = data.get(start..end).ok_or_else(cut_off)?;
        changed.extend_from_slice(change(text).as_bytes());
        start = end;
        let end = (changed.len() - NUMBER - sizes) as u32;
        changed[NUMBER * (place + 1)..][..NUMBER].copy_from_slice(&end.to_le_bytes());
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_each_text() {
        let block = b"\x02\0\0\0\x01\0\0\0\x03\0\0\0abc";
        let twice = map(block, |text| Cow::Owned(text.repeat(2))).unwrap();
        assert_eq!(twice, b"\x02\0\0\0\x02\0\0\0\x06\0\0\0aabcbc");
    }

    #[test]
    fn refuses_what_is_cut_off() {
        for block in [
            b"\x02\0\0".as_slice(),
            b"\x02\0\0\0\x01\0\0\0",
            b"\x01\0\0\0\x01\0\0\0",
        ] {
            assert!(map(block, |text| text.into()).is_err());
        }
    }
}
