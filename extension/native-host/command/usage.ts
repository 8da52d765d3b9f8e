export const usage = `notafter COMMAND …

  check        how long certificates still last: hosts, lists of hosts, any port, STARTTLS
  install      let browsers start this program, for the extension (native messaging)
  uninstall    take exactly that away again

notafter COMMAND --help tells more. notafter --version prints the version.
`;
