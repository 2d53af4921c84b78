#!/bin/sh
# Checks which JDK and which Maven mvnw takes, with fake folders of both: `sh packaging/src/test/sh/mvnw-test.sh`.
# Nothing outside a temporary folder is read or written, save the mvnw under test.
set -u

here=$(cd "$(dirname "$0")" && pwd)
mvnw=${1:-$here/../../../../mvnw}
top=$(mktemp -d) || exit 1
trap 'rm -rf "$top"' EXIT
failures=0 checks=0

# The tools that mvnw needs, and no java or mvn of this machine.
mkdir "$top/tools"
for tool in sh sed head awk tr readlink mkdir mktemp mv rm tar gzip cat curl wget sha512sum shasum openssl perl dirname id chmod; do
  found=$(command -v "$tool") && ln -s "$found" "$top/tools/$tool"
done

start() {
  what=$1
  world="$top/$checks a world"
  mkdir -p "$world/home" "$world/sys" "$world/project" "$world/bin"
  cp "$mvnw" "$world/project/mvnw"
  : >"$world/project/pom.xml"
  path="$world/bin:$top/tools"
  java_home=''
}

# jdk FOLDER VERSION
jdk() {
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Somebody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  : >"$1/bin/java" && : >"$1/bin/javac" && chmod +x "$1/bin/java" "$1/bin/javac"
}

# maven FOLDER VERSION: answers with what it was given.
maven() {
  mkdir -p "$1/bin" "$1/lib"
  : >"$1/lib/maven-core-$2.jar"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\nprintf "maven=%s java=%%s dir=%%s" "$JAVA_HOME" "$(pwd -P)"\nprintf " [%%s]" "$@"\n' "$2" >"$1/bin/mvn"
  chmod +x "$1/bin/mvn"
}

installed_maven() {
  maven "$world/m" "$1"
  ln -s "$world/m/bin/mvn" "$world/bin/mvn"
}

run() {
  ( cd "$world/project" &&
    env -i PATH="$path" HOME="$world/home" JAVA_HOME="$java_home" MVNW_SYSROOT="$world/sys" "$@" "$top/tools/sh" ./mvnw verify 2>&1 )
}

check() {
  checks=$((checks + 1))
  case $1 in
    *"$2"*) echo "ok   $what" ;;
    *) failures=$((failures + 1)); printf 'FAIL %s\n     expected: %s\n     got:      %s\n' "$what" "$2" "$1" ;;
  esac
}

start 'JAVA_HOME wins over the java on the path'
jdk "$world/mine" 25.0.1; jdk "$world/other" 26; ln -s "$world/other/bin/java" "$world/bin/java"
installed_maven 3.9.9; java_home=$world/mine
check "$(run)" "java=$world/mine "

start 'a JAVA_HOME too old is passed over for the java on the path, through its links'
jdk "$world/old" 17.0.15; jdk "$world/new" 25.0.3; ln -s ../new/bin/java "$world/bin/java"
installed_maven 3.9.9; java_home=$world/old
check "$(run)" "java=$world/new "

start 'among folders, the oldest that is new enough'
jdk "$world/sys/usr/lib/jvm/jdk-27" 27-ea; jdk "$world/home/.jdks/openjdk-25" 25.0.2; jdk "$world/sys/usr/lib/jvm/jdk-1.8" 1.8.0_402
installed_maven 3.9.9
check "$(run)" "java=$world/home/.jdks/openjdk-25 "

start 'a JDK of macOS'
jdk "$world/sys/Library/Java/JavaVirtualMachines/temurin 25.jdk/Contents/Home" 25
installed_maven 3.9.9
check "$(run)" "java=$world/sys/Library/Java/JavaVirtualMachines/temurin 25.jdk/Contents/Home "

start 'a JDK of SDKMAN'
jdk "$world/home/.sdkman/candidates/java/25.0.3-tem" 25.0.3
installed_maven 3.9.9
check "$(run)" "java=$world/home/.sdkman/candidates/java/25.0.3-tem "

start 'a shim of a version manager is asked for its home'
jdk "$world/managed" 25.0.3
printf '#!/bin/sh\necho "    java.home = %s" >&2\n' "$world/managed" >"$world/bin/java"; chmod +x "$world/bin/java"
installed_maven 3.9.9
check "$(run)" "java=$world/managed "

start 'a runtime without a compiler is not taken'
jdk "$world/sys/usr/lib/jvm/jre" 25; rm "$world/sys/usr/lib/jvm/jre/bin/javac"
check "$(run; echo "exit $?")" 'exit 1'

start 'without a JDK it says what to install and fails'
check "$(run)" 'no JDK 25 or newer found. Install one, for example from https://adoptium.net'

start 'the choice is said in one line'
jdk "$world/j" 25.0.3; java_home=$world/j
installed_maven 3.9.9
check "$(run 2>&1 | head -n 1)" "mvnw: JDK 25.0.3 in $world/j, Maven $world/bin/mvn"

start 'no HOME, and Maven gets every argument as it was'
jdk "$world/j" 25; java_home=$world/j; installed_maven 3.8.7
# shellcheck disable=SC2016
check "$(cd "$world/project" && env -i PATH="$path" JAVA_HOME="$java_home" MVNW_SYSROOT="$world/sys" \
  "$top/tools/sh" ./mvnw -Dtest='A b*' '' '$x' 2>&1)" " [-Dtest=A b*] [] [\$x]"

start 'called from elsewhere through a link, it builds its own project'
jdk "$world/j" 25; java_home=$world/j; installed_maven 3.9.9
ln -s ../project/mvnw "$world/bin/mvnw"; chmod +x "$world/project/mvnw"
check "$(cd "$world/home" && env -i PATH="$path" HOME="$world/home" JAVA_HOME="$java_home" mvnw verify 2>&1)" "dir=$(cd "$world" && pwd -P)/project "

start 'a module can be built from its own folder'
jdk "$world/j" 25; java_home=$world/j; installed_maven 3.9.9
mkdir "$world/project/core"; : >"$world/project/core/pom.xml"
check "$(cd "$world/project/core" && env -i PATH="$path" HOME="$world/home" JAVA_HOME="$java_home" "$top/tools/sh" ../mvnw verify 2>&1)" "/project/core "

start 'a Maven too old is passed over and the pinned one downloaded, checked and kept'
jdk "$world/j" 25; java_home=$world/j; installed_maven 3.8.6
maven "$world/d/apache-maven-3.9.11" 3.9.11; tar -czf "$world/maven.tar.gz" -C "$world/d" apache-maven-3.9.11
sum=$({ sha512sum "$world/maven.tar.gz" || shasum -a 512 "$world/maven.tar.gz"; } 2>/dev/null | cut -d' ' -f1)
url="file://$(printf %s "$world/maven.tar.gz" | sed 's/ /%20/g')"
check "$(run MVNW_MAVEN_URL="$url" MVNW_MAVEN_SHA512="$sum")" 'maven=3.9.11 '
what='the kept Maven is used without another download'
check "$(run MVNW_MAVEN_URL=file:///nowhere)" 'maven=3.9.11 '
what='nothing is left behind by the download'
check "$(ls "$world/home/.m2/wrapper")" 'apache-maven-3.9.11'

start 'an archive out of reach says what can be done'
jdk "$world/j" 25; java_home=$world/j
check "$(run MVNW_MAVEN_URL=file:///nowhere)" 'install Maven 3.8.7 or newer, or set MVNW_MAVEN_URL to a mirror'

start 'a wrong checksum is named, fails, and installs nothing'
jdk "$world/j" 25; java_home=$world/j; echo evil >"$world/maven.tar.gz"
url="file://$(printf %s "$world/maven.tar.gz" | sed 's/ /%20/g')"
check "$(run MVNW_MAVEN_URL="$url"; echo "exit $? left $(ls "$world/home/.m2/wrapper")")" 'expected bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978
exit 1 left '

echo "$checks checks, $failures failures"
[ "$failures" -eq 0 ]
