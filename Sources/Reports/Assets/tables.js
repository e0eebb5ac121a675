"use strict";
const make = (name, text, parent) => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
};
let fields = 0;
for (const table of document.querySelectorAll("table.data")) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead.rows[0].cells);
  const titles = heads.map((head) => head.textContent);
  const value = (row, column) => row.cells[column].textContent;
  heads.forEach((head, column) => {
    head.textContent = "";
    const button = make("button", titles[column], head);
    button.type = "button";
    button.addEventListener("click", () => {
      const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const isNumber = head.classList.contains("number");
      const key = (row) => (isNumber ? row.cells[column].dataset.key : value(row, column));
      const order = rows.map((row, place) => ({ row, place, key: key(row) }));
      order.sort((a, b) => {
        if (a.key === "" || b.key === "") {
          return (a.key === "") - (b.key === "") || a.place - b.place;
        }
        const difference = isNumber
          ? Number(a.key) - Number(b.key)
          : a.key.localeCompare(b.key, "en", { numeric: true });
        return sign * difference || a.place - b.place;
      });
      body.append(...order.map((entry) => entry.row));
    });
  });
  const columns = heads.flatMap((head, column) => ("filter" in head.dataset ? [column] : []));
  if (columns.length === 0) continue;
  const bar = document.createElement("div");
  bar.className = "filters";
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Filter " + table.dataset.things);
  table.parentElement.before(bar);
  const field = (title, name) => {
    const place = make("div", "", bar);
    const label = make("label", title, place);
    const control = make(name, "", place);
    fields += 1;
    label.htmlFor = control.id = `field-${fields}`;
    return control;
  };
  const text = field("Search", "input");
  text.type = "search";
  const choices = columns.map((column) => {
    const select = field(titles[column], "select");
    make("option", "all", select).value = "*";
    const values = new Set(rows.map((row) => value(row, column)));
    const order = (a, b) => a.localeCompare(b, "en", { numeric: true });
    for (const name of Array.from(values).sort(order)) {
      make("option", name === "" ? "not known" : name, select).value = "=" + name;
    }
    return select;
  });
  const reset = make("button", "Show all", bar);
  reset.type = "button";
  const shown = make("output", "", bar);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, place) => {
      const fits = texts[place].includes(wanted) && choices.every((select, number) =>
        select.value === "*" || select.value === "=" + value(row, columns[number]));
      row.hidden = !fits;
      if (fits) count += 1;
    });
    shown.textContent = `${count} of ${rows.length} ${table.dataset.things}`;
  };
  text.addEventListener("input", filter);
  choices.forEach((select) => select.addEventListener("change", filter));
  reset.addEventListener("click", () => {
    text.value = "";
    choices.forEach((select) => { select.value = "*"; });
    filter();
  });
  filter();
}
