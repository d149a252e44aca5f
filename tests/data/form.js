// A form made from a JSON Schema by react-jsonschema-form, as an application would: `form(schema)`; what is sent is `sent`.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";

const hidden = { "ui:widget": "hidden" };
const uiSchema = {
  dokument: hidden,
  skema: hidden,
  botilbud: { laengerevarende: { "ui:widget": "radio" } },
  "ui:submitButtonOptions": { submitText: "Lav dokumentet" },
};

const root = createRoot(document.querySelector("main"));

window.form = (schema) =>
  root.render(
    createElement(Form, {
      key: schema.title,
      schema,
      uiSchema,
      validator,
      noHtml5Validate: true,
      onSubmit: ({ formData }) => (window.sent = formData),
      onError: (errors) => (window.refused = errors.map(({ property }) => property)),
    }),
  );
