// Filters the articles, and fits the time line to the pauses that are left.
(() => {
  const form = document.getElementById("filters");
  const field = (name) => document.getElementById(name);
  const articles = [...document.querySelectorAll(".articles > li[data-page]")];
  const rows = [...document.querySelectorAll(".line li")];
  const count = document.getElementById("count");
  const MARGIN = 5;

  const day = (text) => Date.parse(text + "T00:00:00Z") / 864e5;
  const told = (number) => new Date(number * 864e5)
    .toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

  const suits = (pause, wanted) => (!wanted.status || pause.dataset.status === wanted.status)
    && (!wanted.kind || pause.dataset.kind === wanted.kind);

  function matches(article, wanted) {
    const { words, country, published, pauses } = article.dataset;
    if (!wanted.words.every((word) => words.includes(word))) return false;
    if (wanted.country && !country.split(" ").includes(wanted.country)) return false;
    if (wanted.from && !(published >= wanted.from)) return false;
    if (wanted.to && !(published && published <= wanted.to)) return false;
    if (wanted.withPause && pauses === "0") return false;
    return !(wanted.status || wanted.kind)
      || [...article.querySelectorAll(".pauses li")].some((pause) => suits(pause, wanted));
  }

  function filter() {
    const wanted = {
      words: field("search").value.toLowerCase().split(/\s+/).filter(Boolean),
      status: field("status").value, kind: field("kind").value, country: field("country").value,
      from: field("from").value, to: field("to").value, withPause: field("with-pause").checked,
    };
    const left = new Set();
    for (const article of articles) {
      article.hidden = !matches(article, wanted);
      if (!article.hidden) left.add(article.dataset.page);
    }
    for (const row of rows) row.hidden = !(left.has(row.dataset.page) && suits(row, wanted));
    const shown = rows.filter((row) => !row.hidden);
    count.textContent = left.size + (left.size === 1 ? " article" : " articles")
      + (left.size < articles.length ? " of " + articles.length : "");
    fit(shown);
  }

  function fit(shown) {
    if (!shown.length) return;
    let first = Math.min(...shown.map((row) => day(row.dataset.first)));
    let last = Math.max(...shown.map((row) => day(row.dataset.last)));
    const room = Math.max(1, Math.floor((last - first) / 20));
    first -= room;
    last += room;
    const x = (at) => MARGIN + (at - first) / (last - first) * (100 - 2 * MARGIN);
    for (const row of shown) {
      const [, span] = row.querySelectorAll("line");
      span.setAttribute("x1", x(day(row.dataset.first)) + "%");
      span.setAttribute("x2", x(day(row.dataset.last)) + "%");
      row.querySelector("circle").setAttribute("cx", x(day(row.dataset.first)) + "%");
    }
    const labels = document.querySelectorAll("#ticks text");
    const marks = document.querySelectorAll("#ticks line");
    labels.forEach((label, number) => {
      const at = Math.floor(first + (last - first) * number / Math.max(1, labels.length - 1));
      label.textContent = told(at);
      label.setAttribute("x", x(at) + "%");
      marks[number].setAttribute("x1", x(at) + "%");
      marks[number].setAttribute("x2", x(at) + "%");
    });
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  // A browser may give the fields back what they held before the page was left.
  filter();
})();
