/** All maps, and the ways to begin one. */
export default function HomePage({ trash = false }: { readonly trash?: boolean }) {
  return (
    <main>
      <h1>{trash ? 'Trash' : 'Maps'}</h1>
    </main>
  );
}
