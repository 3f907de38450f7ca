/** As `libpq` names them in an address (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS). */
const PARAMETERS = ['password', 'sslpassword'];

/**
 * @param url any text
 * @returns the passwords in it, as they stand there and decoded: before the host, and as a parameter, where databases
 *   take them too; none where it is no address
 */
export function passwordsIn(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { password, searchParams } = new URL(url);
  const parameters = PARAMETERS.flatMap((name) => searchParams.getAll(name));
  return [password, decoded(password), ...parameters].filter((each) => each !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
