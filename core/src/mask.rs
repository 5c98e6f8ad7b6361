//! Names and phones as those see them who have no right to the contact itself (R39).

/// `張○明`, `張○`, `M○○○`: the surname says whom to ask for, no more.
pub fn name(name: &str) -> String {
    let chars: Vec<char> = name.trim().chars().collect();
    let keep_last = chars.len() > 2 && !name.is_ascii();
    chars
        .iter()
        .enumerate()
        .map(|(at, &c)| {
            let shown = at == 0 || (keep_last && at == chars.len() - 1) || c == ' ';
            if shown { c } else { '○' }
        })
        .collect()
}

/// `09•••••678`: two digits at the front and three at the end, at most half of them all; the signs between go. Each of
/// several numbers by itself.
pub fn phone(phones: &str) -> String {
    let numbers: Vec<String> = phones.split('/').map(number).collect();
    numbers.join(" / ")
}

fn number(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let (front, end) = if digits.len() >= 10 {
        (2, 3)
    } else {
        (0, digits.len() / 4)
    };
    digits
        .iter()
        .enumerate()
        .map(|(at, &c)| {
            let shown = at < front || at + end >= digits.len();
            if shown { c } else { '•' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn shows_too_little_to_call_or_to_know_anyone() {
        assert_eq!(super::name("張小明"), "張○明");
        assert_eq!(super::name("李四"), "李○");
        assert_eq!(super::name("歐陽小明"), "歐○○明");
        assert_eq!(super::name("Mary Chan"), "M○○○ ○○○○");
        assert_eq!(super::name(""), "");
        assert_eq!(super::phone("0912-345 678"), "09•••••678");
        assert_eq!(super::phone("2345 6789"), "••••••89");
        assert_eq!(super::phone("119"), "•••");
        assert_eq!(super::phone(""), "");
        assert_eq!(
            super::phone("0912-345-678 / 2345 6789"),
            "09•••••678 / ••••••89"
        );
    }
}
