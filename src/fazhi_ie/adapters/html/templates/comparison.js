// Finding an indicator, making one place stand out, and opening the sentence a link leads to.

const search = find("#search");
let chosen = null;

/** A link to a sentence opens the list in which it stands. */
function openTarget() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const folded = target && target.closest("details");
  if (!folded) return;
  folded.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function standOut(place) {
  chosen = chosen === place ? null : place;
  document.body.classList.toggle("dim", chosen !== null);
  for (const element of findAll("svg a, .line, .values tr")) element.classList.toggle("kept", element.dataset.place === chosen);
  for (const button of findAll("#legend button")) button.setAttribute("aria-pressed", String(button.dataset.place === chosen));
}

search.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  for (const panel of findAll(".panel")) panel.hidden = !find("h3", panel).textContent.toLowerCase().includes(wanted);
  for (const topic of findAll(".topic")) {
    let next = topic.nextElementSibling;
    while (next && next.matches(".panel[hidden]")) next = next.nextElementSibling;
    topic.hidden = !next || !next.matches(".panel");
  }
});
for (const button of findAll("#legend button")) button.addEventListener("click", () => standOut(button.dataset.place));
document.addEventListener("keydown", (event) => {
  if (event.target === search) return event.key === "Escape" && search.blur();
  if (event.key === "/") { event.preventDefault(); search.focus(); }
  if (event.key === "t") toggleTheme();
});
// The same link again does not change the address, so clicks are heard as well.
document.addEventListener("click", (event) => event.target.closest('a[href^="#"]') && setTimeout(openTarget));
addEventListener("hashchange", openTarget);
openTarget();
