//! A company's colour, whatever it is, can be read on the page in both schemes: `[data-accent="host"]` in `app.css`
//! makes it light or dark enough. Contrast is WCAG 2.2's, and 4.5 what it asks of text.
//!
//! Source: CSS Color 4, "Converting colors" (oklab), with colours outside sRGB cut off at its edge.

/// Lightness, chroma, hue; hue as the two parts of a direction.
#[derive(Clone, Copy)]
struct Oklch(f64, f64, [f64; 2]);

type Linear = [f64; 3];

/// What the style sheet says, so that the figures below are the ones in force.
const RULES: [&str; 9] = [
    "oklch(from var(--host-accent) clamp(0.2, l, 0.46) min(c, 0.17) h)",
    "oklch(from var(--host-accent) clamp(0.8, l, 0.88) min(c, 0.13) h)",
    "oklch(from var(--host-accent) 0.34 min(c, 0.15) h)",
    "oklch(from var(--host-accent) 0.9 min(c, 0.1) h)",
    "oklch(from var(--host-accent) 0.95 min(c, 0.03) h)",
    "oklch(from var(--host-accent) 0.29 min(c, 0.05) h)",
    "light-dark(#ffffff, oklch(from var(--host-accent) 0.2 min(c, 0.06) h))",
    "--ground: light-dark(#f4f6f1, #0d1310)",
    "--sunken: light-dark(#edf1ea, #101713)",
];

#[test]
fn every_colour_of_a_company_can_be_read() {
    let css = include_str!("../../www/app.css");
    for rule in RULES {
        assert!(css.contains(rule), "{rule}");
    }
    let steps = || (0..=15).map(|step| f64::from(step) / 15.0);
    for red in steps() {
        for green in steps() {
            for blue in steps() {
                check([red, green, blue]);
            }
        }
    }
}

#[track_caller]
fn check(host: [f64; 3]) {
    let of = oklch(host.map(linear));
    let at = |lightness: f64, chroma: f64| rgb(Oklch(lightness, of.1.min(chroma), of.2));
    let white = [1.0; 3];
    let light = at(of.0.clamp(0.2, 0.46), 0.17);
    let dark = at(of.0.clamp(0.8, 0.88), 0.13);
    let on_dark = at(0.2, 0.06);
    for (one, other) in [
        (light, hex(0xf4f6f1)),
        (light, hex(0xedf1ea)),
        (light, white),
        (light, at(0.95, 0.03)),
        (at(0.34, 0.15), white),
        (dark, hex(0x0d1310)),
        (dark, hex(0x151d19)),
        (dark, hex(0x101713)),
        (dark, at(0.29, 0.05)),
        (dark, on_dark),
        (at(0.9, 0.1), on_dark),
    ] {
        let contrast = contrast(one, other);
        assert!(contrast >= 4.5, "{host:?}: {contrast:.2} of {one:?} and {other:?}");
    }
}

fn contrast(one: Linear, other: Linear) -> f64 {
    let luminance = |[r, g, b]: Linear| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

fn hex(colour: u32) -> Linear {
    [16, 8, 0].map(|shift| linear(f64::from(colour >> shift & 0xff) / 255.0))
}

fn linear(value: f64) -> f64 {
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn times(matrix: [[f64; 3]; 3], by: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(by).map(|(one, other)| one * other).sum())
}

#[rustfmt::skip]
fn oklch(rgb: Linear) -> Oklch {
    let lms = times([
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ], rgb);
    let [l, a, b] = times([
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ], lms.map(f64::cbrt));
    let chroma = a.hypot(b);
    Oklch(l, chroma, if chroma > 0.0 { [a / chroma, b / chroma] } else { [1.0, 0.0] })
}

#[rustfmt::skip]
fn rgb(Oklch(l, chroma, [a, b]): Oklch) -> Linear {
    let lms = times([
        [1.0, 0.3963377774, 0.2158037573],
        [1.0, -0.1055613458, -0.0638541728],
        [1.0, -0.0894841775, -1.2914855480],
    ], [l, chroma * a, chroma * b]);
    times([
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ], lms.map(|part| part.powi(3))).map(|part| part.clamp(0.0, 1.0))
}
