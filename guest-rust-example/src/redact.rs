use std::borrow::Cow;

/// Hides user names in paths: `/home/ann/a.txt` becomes `/home/***/a.txt`.
pub fn redact(path: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(home) = path[from..].find("/home/") {
        let name = from + home + "/home/".len();
        let end = path[name..]
            .find('/')
            .map_or(path.len(), |length| name + length);
        if end == name {
            // No name: the second slash may begin another home.
            from = name - 1;
        } else {
            if copied == 0 {
                shown.reserve(path.len());
            }
            shown.push_str(&path[copied..name]);
            shown.push_str("***");
            copied = end;
            from = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(path);
    }
    shown.push_str(&path[copied..]);
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_user_names() {
        for (path, redacted) in [
            ("/home/ann/a.txt", "/home/***/a.txt"),
            ("/home/ann", "/home/***"),
            ("/mnt/home/ann/home/bob/x", "/mnt/home/***/home/***/x"),
            ("/home/home/x", "/home/***/x"),
            ("/home//home/ann", "/home//home/***"),
            ("/home//x", "/home//x"),
            ("/home/", "/home/"),
            ("/homes/ann", "/homes/ann"),
            ("/home/käthe/ä", "/home/***/ä"),
            ("", ""),
        ] {
            assert_eq!(redact(path), redacted, "{path}");
        }
    }

    #[test]
    fn copies_nothing_when_there_is_nothing_to_hide() {
        assert!(matches!(
            redact("/etc/passwd"),
            Cow::Borrowed("/etc/passwd")
        ));
    }
}
