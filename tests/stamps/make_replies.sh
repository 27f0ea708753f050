#!/bin/sh
# Makes the recorded replies of this folder: `sh tests/stamps/make_replies.sh`, with OpenSSL 3.
# They are of a test authority whose keys are thrown away. Its certificates hold until 2126,
# and a stamp is checked as of its own time, so that the replies go on to verify.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > ca.cnf <<'CONFIG'
[ca]
default_ca = own
[own]
dir = .
database = index.txt
new_certs_dir = .
serial = serial.txt
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamping]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
[mailing]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, emailProtection
subjectKeyIdentifier = hash
[tsa]
default_tsa = own_tsa
[own_tsa]
serial = tsa_serial.txt
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[strict]
default_tsa = strict_tsa
[strict_tsa]
serial = tsa_serial.txt
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha512
CONFIG
touch index.txt
echo 1000 > serial.txt
echo 0400 > tsa_serial.txt

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }
ask() { key "$1"; openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr" -config /dev/null; }
# certify NAME COMMON-NAME SIGNER EXTENSIONS FROM TO
certify() {
    ask "$1" "$2"
    own=""
    [ "$1" = "$3" ] && own="-selfsign"
    openssl ca -batch -config ca.cnf $own -keyfile "$3.key" -cert "$3.pem" -in "$1.csr" \
        -out "$1.pem" -notext -extensions "$4" -startdate "$5" -enddate "$6" 2> ca.log \
        || { cat ca.log; exit 1; }
}
FROM=20200101000000Z
TO=21260101000000Z
certify root "Sample Stamping Root" root root $FROM $TO
certify other-root "Another Root" other-root root $FROM $TO
certify between "Sample Stamping Intermediate" root root $FROM $TO
certify leaf "Sample Stamping Authority" root stamping $FROM $TO
certify leaf-below "Sample Stamping Authority Below" between stamping $FROM $TO
certify expired "Sample Stamping Authority Expired" root stamping 20200101000000Z 20210101000000Z
certify not-yet "Sample Stamping Authority To Come" root stamping 21000101000000Z $TO
certify mail "Sample Mail Signer" root mailing $FROM $TO

cp "$here/checkpoint.txt" .
printf 'Another text.\n' > another.txt
openssl ts -query -data checkpoint.txt -sha256 -cert -out request.tsq
openssl ts -query -data checkpoint.txt -sha256 -cert -out second.tsq
openssl ts -query -data checkpoint.txt -sha256 -out bare.tsq
openssl ts -query -data checkpoint.txt -sha512 -cert -out long.tsq
openssl ts -query -data another.txt -sha256 -cert -out another.tsq

# reply NAME REQUEST SIGNER [OPTION…]
reply() {
    name=$1 request=$2 signer=$3
    shift 3
    openssl ts -reply -config ca.cnf -queryfile "$request.tsq" -signer "$signer.pem" \
        -inkey "$signer.key" -out "$name.tsr" "$@" 2> reply.log || { cat reply.log; exit 1; }
}
reply granted request leaf -section own_tsa
reply chain request leaf-below -section own_tsa -chain between.pem
reply without-between request leaf-below -section own_tsa
reply other-nonce second leaf -section own_tsa
reply without-certificate bare leaf -section own_tsa
reply longer-hash long leaf -section own_tsa
reply other-text another leaf -section own_tsa
reply expired request expired -section own_tsa
reply not-yet request not-yet -section own_tsa
reply rejected request leaf -section strict_tsa

# OpenSSL does not stamp with a certificate that is not meant for it, so this one is put together.
openssl ts -reply -in granted.tsr -token_out -out token.der
openssl cms -verify -noverify -inform DER -in token.der -out info.der 2> reply.log
openssl cms -sign -binary -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4 -md sha256 \
    -in info.der -signer mail.pem -inkey mail.key -outform DER -out token.der
python3 - <<'PYTHON'
from pathlib import Path
granted = bytes.fromhex("3003020100")  # PKIStatusInfo
body = granted + Path("token.der").read_bytes()
Path("not-for-stamps.tsr").write_bytes(b"\x30\x82" + len(body).to_bytes(2, "big") + body)
PYTHON

cp ./*.tsr request.tsq "$here/"
cp root.pem "$here/roots.pem"
cp other-root.pem "$here/other-root.pem"
for made in "$here"/granted.tsr "$here"/chain.tsr; do
    openssl ts -verify -data checkpoint.txt -in "$made" -CAfile root.pem
done
