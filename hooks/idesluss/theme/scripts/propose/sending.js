// @ts-check
// The ways to hand in the idea: by mail, on the host of the repository, or as a file that is saved or copied.
import { copied } from "../shared/copied.js";
import { all, one } from "../shared/dom.js";

/** @import { Form } from "./form.js" */

/**
 * @typedef {{ title: string, path: string, content: string }} Proposal
 */

/** The part of the page that shows the idea and the ways to send it. */
export class Sending {
  /**
   * @param {HTMLElement} place
   * @param {Form} form
   */
  constructor(place, form) {
    this.place = place;
    this.form = form;
    this.address = "";
    this.file = one(place, ".propose__file");
  }

  hide() {
    this.place.hidden = true;
  }

  /** @param {Proposal} proposal */
  show(proposal) {
    one(this.place, ".propose__path").textContent = proposal.path;
    this.file.textContent = proposal.content;
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = URL.createObjectURL(new Blob([proposal.content], { type: "text/markdown" }));
    for (const link of all(this.place, "[data-download]", HTMLAnchorElement)) link.href = this.address;
    this.#onHost(proposal);
    this.#byMail(proposal);
    this.place.hidden = false;
    this.place.focus();
  }

  /** @param {Proposal} proposal */
  #onHost({ path, content }) {
    for (const link of all(this.place, "[data-host]", HTMLAnchorElement)) {
      const { address, isCut } = hostAddress(this.form, path, content);
      link.href = address;
      for (const part of all(this.place, "[data-short]")) part.hidden = isCut;
      for (const part of all(this.place, "[data-long]")) part.hidden = !isCut;
    }
  }

  /** @param {Proposal} proposal */
  #byMail({ title }) {
    for (const link of all(this.place, "[data-mail]", HTMLAnchorElement)) {
      link.href = mailAddress(link.dataset.mail ?? "", title);
    }
  }

  /** Copy the file; tells whether that could be done. */
  copy() {
    const folded = this.file.closest("details");
    if (folded) folded.open = true;
    return copied(this.file);
  }
}

/**
 * Where a new file is written, with what it is to hold, unless that is too long for an address or the host
 * does not take it.
 * @param {Form} form
 * @param {string} path
 * @param {string} content
 */
export const hostAddress = ({ host, longest_address: longest }, path, content) => {
  if (!host) return { address: "", isCut: true };
  const place = `${host.new}?${host.file_name}=${encodeURIComponent(path)}`;
  const whole = `${place}&${host.content}=${encodeURIComponent(content)}`;
  const isCut = !host.content || whole.length > longest;
  return { address: isCut ? place : whole, isCut };
};

/**
 * A message with the title in the place that its subject has for it.
 * @param {string} address
 * @param {string} title
 */
export const mailAddress = (address, title) =>
  address.replace("%7Btitle%7D", () => encodeURIComponent(title));
