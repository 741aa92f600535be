use std::time::Duration;

/// Out of `500ms`, `5s`, `1.5h`, `1h30m` or `0`; none when it is none of these.
pub(crate) fn parse_duration(text: &str) -> Option<Duration> {
    if text == "0" {
        return Some(Duration::ZERO);
    }
    let mut rest = text;
    let mut seconds = 0.0;
    while !rest.is_empty() {
        let amount = leading(rest, |byte| byte.is_ascii_digit() || byte == b'.');
        let unit = leading(&rest[amount.len()..], |byte| byte.is_ascii_lowercase());
        seconds += number(amount)? * seconds_in(unit)?;
        rest = &rest[amount.len() + unit.len()..];
    }
    if text.is_empty() { None } else { Duration::try_from_secs_f64(seconds).ok() }
}

fn leading(text: &str, fits: impl Fn(u8) -> bool) -> &str {
    let end = text.bytes().position(|byte| !fits(byte)).unwrap_or(text.len());
    &text[..end]
}

/// Digits, or digits on both sides of one point.
fn number(text: &str) -> Option<f64> {
    let plain = !text.starts_with('.') && !text.ends_with('.');
    if plain { text.parse().ok() } else { None }
}

fn seconds_in(unit: &str) -> Option<f64> {
    Some(match unit {
        "ms" => 0.001,
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        "d" => 86_400.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_other_languages_read() {
        let ms = |text| parse_duration(text).map(|duration| duration.as_millis());
        assert_eq!(ms("0"), Some(0));
        assert_eq!(ms("500ms"), Some(500));
        assert_eq!(ms("1.5s"), Some(1500));
        assert_eq!(ms("1h30m"), Some(5_400_000));
        assert_eq!(ms("2d"), Some(172_800_000));
        for text in [
            "",
            "5",
            "s",
            "5 s",
            "-5s",
            "5sec",
            ".5s",
            "5.s",
            "1.2.3s",
            "1e3s",
            "5S",
            "9999999999999999d",
            "5ü",
        ] {
            assert_eq!(ms(text), None, "{text}");
        }
    }
}
