import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Opens an encrypted PKCS#8 key (PEM file, passphrase file, key algorithm) as Java servers do; fails where Java cannot. */
public class OpenKey {
  public static void main(String[] arguments) throws Exception {
    String pem = Files.readString(Path.of(arguments[0])).replaceAll("-----[A-Z ]+-----", "");
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(pem));
    AlgorithmParameters parameters = info.getAlgParameters();
    char[] passphrase = Files.readString(Path.of(arguments[1])).toCharArray();
    Cipher cipher = Cipher.getInstance(parameters.toString());
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(parameters.toString()).generateSecret(new PBEKeySpec(passphrase)),
        parameters);
    System.out.println(KeyFactory.getInstance(arguments[2]).generatePrivate(info.getKeySpec(cipher)).getFormat());
  }
}
