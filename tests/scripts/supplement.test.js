// @ts-check
import assert from "node:assert/strict";
import { messageOf } from "../../hooks/idesluss/theme/scripts/supplement/message.js";

Deno.test("answers stand under their headings, on lines that end as a message's do", () => {
  const answers = [
    { heading: "Vad?", answer: " Ett.\nTvå.\r\n" },
    { heading: "Källa", answer: "  " },
    { heading: "År", answer: "2024" },
  ];
  assert.equal(
    messageOf("### Idé\n\n2025/a", answers),
    "### Idé\r\n\r\n2025/a\r\n\r\n### Vad?\r\n\r\nEtt.\r\nTvå.\r\n\r\n### År\r\n\r\n2024",
  );
});
