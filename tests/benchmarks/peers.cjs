// Documents by a library in JavaScript: node peers.cjs LIBRARY WARM. The milliseconds of CPU time of each come as JSON on
// stdout; the last document is last.docx.
const fs = require("fs");

const [library, warm] = [process.argv[2], Number(process.argv[3])];
const template = fs.readFileSync("template.docx");
const facts = JSON.parse(fs.readFileSync("facts.json", "utf-8"));

const libraries = {
  carbone: () => {
    const carbone = require("carbone");
    return (words) =>
      new Promise((resolve, reject) =>
        carbone.render("./template.docx", words, (error, made) => (error ? reject(error) : resolve(made))),
      );
  },
  docxtemplater: () => {
    const [PizZip, Docxtemplater] = [require("pizzip"), require("docxtemplater")];
    return async (words) => {
      const document = new Docxtemplater(new PizZip(template));
      document.render(words);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x": () => {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return (words) => handler.process(template, words);
  },
};

async function main() {
  const render = libraries[library]();
  for (let number = 0; number < warm; number++) await render(facts[number % facts.length]);
  const taken = [];
  let last;
  for (const words of facts) {
    const start = process.cpuUsage();
    last = await render(words);
    const used = process.cpuUsage(start);
    taken.push((used.user + used.system) / 1000);
  }
  fs.writeFileSync("last.docx", Buffer.from(last));
  process.stdout.write(JSON.stringify(taken), () => process.exit(0));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
