//! A QR code, as one path of an inline SVG.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;
use yew::{AttrValue, Html, html};

/// The white border that a camera needs, in modules.
const BORDER: i32 = 4;

/// `name` says what a camera finds in it. Nothing is drawn for a text of more than 2,953 bytes.
pub fn qr_code(name: &'static str, text: &str) -> Html {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Low) else { return Html::default() };
    let size = code.size() + 2 * BORDER;
    html! {
        <svg class="qr" role="img" aria-label={name} viewBox={format!("0 0 {size} {size}")}>
            <rect width="100%" height="100%" fill="#fff" />
            <path d={AttrValue::from(path(&code))} fill="#000" shape-rendering="crispEdges" />
        </svg>
    }
}

/// A rectangle for every run of dark modules in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let width = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if width > 0 {
                let _ = write!(path, "M{} {}h{width}v1h-{width}z", x + BORDER, y + BORDER);
            }
            x += i32::try_from(width).unwrap_or_default() + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_in_one_run() {
        let code = QrCode::encode_text("https://acme.awsapps.com/start", QrCodeEcc::Low).unwrap();
        let path = path(&code);
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = all.filter(|(x, y)| code.get_module(*x, *y)).count();
        let widths = path.split('h').skip(1).step_by(2).map(|run| run.split('v').next().unwrap());
        assert_eq!(widths.map(|width| width.parse::<usize>().unwrap()).sum::<usize>(), dark);
        // The finder pattern in the corner.
        assert!(path.starts_with("M4 4h7v1h-7z"));
    }
}
