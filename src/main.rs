use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{"Onramp"}</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
