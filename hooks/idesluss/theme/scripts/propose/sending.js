// @ts-check
// The ways to hand in the file: on the host of the repository, by mail, saved or copied.
import { copied } from "../shared/copied.js";
import { all, one } from "../shared/dom.js";

/** @import { Form } from "./form.js" */

/**
 * @typedef {{ title: string, path: string, content: string }} Proposal
 */

/** The part of the page that shows the file and the ways to send it. */
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
    one(this.place, "[data-download]", HTMLAnchorElement).href = this.address;
    this.#onHost(proposal);
    this.#byMail(proposal);
    this.place.hidden = false;
    this.place.focus();
  }

  /** @param {Proposal} proposal */
  #onHost({ path, content }) {
    for (const link of all(this.place, "[data-github]", HTMLAnchorElement)) {
      const { address, isCut } = hostAddress(this.form, path, content);
      link.href = address;
      one(this.place, "[data-short]").hidden = isCut;
      one(this.place, "[data-long]").hidden = !isCut;
    }
  }

  /** @param {Proposal} proposal */
  #byMail({ title, content }) {
    for (const link of all(this.place, "[data-mail]", HTMLAnchorElement)) {
      link.href = mailAddress(this.form, title, content);
    }
  }

  /** Copy the file; tells whether that could be done. */
  copy() {
    return copied(this.file);
  }
}

/**
 * Where a new file is written, with what it is to hold, unless that is too long for an address.
 * @param {Form} form
 * @param {string} path
 * @param {string} content
 */
export const hostAddress = (form, path, content) => {
  const place = `${form.repository}/new/${form.branch}?filename=${encodeURIComponent(path)}`;
  const whole = `${place}&value=${encodeURIComponent(content)}`;
  const isCut = whole.length > form.longest_address;
  return { address: isCut ? place : whole, isCut };
};

/**
 * A mail with the file in it, unless that is too long.
 * @param {Form} form
 * @param {string} title
 * @param {string} content
 */
export const mailAddress = (form, title, content) => {
  const start = `mailto:${form.contact}?subject=${encodeURIComponent(title)}`;
  const whole = `${start}&body=${encodeURIComponent(content)}`;
  return whole.length > form.longest_mail ? start : whole;
};
