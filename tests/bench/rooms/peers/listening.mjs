/** Tells the bench where to connect. @param {number} port */
export function listening(port) {
  console.log(`listening on ${port}`);
}
