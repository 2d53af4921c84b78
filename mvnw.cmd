@echo off
rem Runs Maven on a JDK that can build this project, finding both by itself: mvnw verify
rem
rem   JAVA_HOME            taken first, where it is new enough
rem   MAVEN_USER_HOME      where a downloaded Maven is kept, in wrapper\ (default: .m2 in the user's folder)
rem   MVNW_MAVEN_URL       another place to get exactly that Maven from: a mirror, a file
setlocal EnableExtensions DisableDelayedExpansion

set "need_java=25"
set "need_maven=3.8.7"
set "maven_version=3.9.11"
set "maven_sha512=03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076"
set "maven_url=https://archive.apache.org/dist/maven/maven-3/%maven_version%/binaries/apache-maven-%maven_version%-bin.zip"
if defined MVNW_MAVEN_URL set "maven_url=%MVNW_MAVEN_URL%"
set "project=%~dp0"

call :find_java
if not defined jdk (
  >&2 echo mvnw: no JDK %need_java% or newer found. Install one, for example from https://adoptium.net, or point JAVA_HOME at it.
  exit /b 1
)
if "%jdk:~-1%"=="\" set "jdk=%jdk:~0,-1%"
set "JAVA_HOME=%jdk%"

call :find_maven
if not defined maven exit /b 1
>&2 echo mvnw: JDK %jdk_version% in "%jdk%", Maven "%maven%"

rem From a folder that is no Maven project itself, the project is the one this script belongs to.
if not exist pom.xml if /i not "%~1"=="-f" if /i not "%~1"=="--file" cd /d "%project%"

rem Without `call`, which would expand the arguments a second time: control does not come back, the exit code is Maven's.
"%maven%" %*
exit /b

:find_java
set "jdk="
set "jdk_major=999999"
if defined JAVA_HOME call :consider "%JAVA_HOME:"=%"
if defined jdk exit /b
for %%J in (javac.exe) do if not "%%~$PATH:J"=="" call :consider "%%~dp$PATH:J.."
if defined jdk exit /b
for %%R in ("%ProgramFiles%" "%ProgramW6432%" "%LOCALAPPDATA%\Programs") do (
  for %%V in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft SapMachine Semeru OpenJDK) do (
    call :consider_all "%%~R\%%~V"
  )
)
call :consider_all "%USERPROFILE%\.jdks"
call :consider_all "%USERPROFILE%\.gradle\jdks"
call :consider_all "%USERPROFILE%\scoop\apps" \current
exit /b

:consider_all
if not exist "%~1\" exit /b
for /f "delims=" %%D in ('dir /b /ad "%~1"') do call :consider "%~1\%%D%~2"
exit /b

rem Keeps the folder if it is a JDK new enough, and older than the one kept so far: the closest to what we build with.
rem The version comes from its release file; starting java takes a second, this takes none.
:consider
if not exist "%~1\release" exit /b
if not exist "%~1\bin\javac.exe" exit /b
set "version="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "version=%%~L"
if not defined version exit /b
for /f "delims=.-+_ " %%M in ("%version%") do set "major=%%M"
if %major% lss %need_java% exit /b
if %major% geq %jdk_major% exit /b
set "jdk=%~f1"
set "jdk_major=%major%"
set "jdk_version=%version%"
exit /b

:find_maven
set "maven="
for %%M in (mvn.cmd) do if not "%%~$PATH:M"=="" call :consider_maven "%%~$PATH:M"
if not defined maven if defined MAVEN_HOME call :consider_maven "%MAVEN_HOME:"=%\bin\mvn.cmd"
if defined maven exit /b
set "wrapper=%USERPROFILE%\.m2\wrapper"
if defined MAVEN_USER_HOME set "wrapper=%MAVEN_USER_HOME%\wrapper"
set "kept=%wrapper%\apache-maven-%maven_version%\bin\mvn.cmd"
if not exist "%kept%" call :download_maven
if exist "%kept%" set "maven=%kept%"
exit /b

:consider_maven
if not exist "%~f1" exit /b
if not exist "%~dp1..\lib\" exit /b
for /f "tokens=3,4,5 delims=-." %%A in ('dir /b "%~dp1..\lib\maven-core-*.jar"') do (
  call :keep_if_new_enough "%~f1" %%A %%B %%C
)
exit /b

:keep_if_new_enough
for /f "tokens=1,2,3 delims=." %%A in ("%need_maven%") do set /a "need=%%A * 1000000 + %%B * 1000 + %%C"
set /a "have=%2 * 1000000 + %3 * 1000 + %4"
if %have% geq %need% set "maven=%~1"
exit /b

rem Each line is one statement or part of one; PowerShell joins them.
:download_maven
>&2 echo mvnw: downloading Maven %maven_version% from %maven_url%
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "$work = Join-Path $env:wrapper ('new.' + [guid]::NewGuid());" ^
  "try {" ^
  "  [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12;" ^
  "  New-Item -ItemType Directory -Force $work > $null;" ^
  "  $zip = Join-Path $work 'maven.zip';" ^
  "  (New-Object Net.WebClient).DownloadFile($env:maven_url, $zip);" ^
  "  $sum = (Get-FileHash -Algorithm SHA512 $zip).Hash;" ^
  "  if ($sum -ne $env:maven_sha512) { throw ('the download is not Maven ' + $env:maven_version + ': SHA-512 is ' + $sum) };" ^
  "  Expand-Archive $zip $work;" ^
  "  if (-not (Test-Path $env:kept)) { Move-Item (Join-Path $work ('apache-maven-' + $env:maven_version)) $env:wrapper }" ^
  "} catch {" ^
  "  [Console]::Error.WriteLine('mvnw: could not install Maven: ' + $_);" ^
  "  [Console]::Error.WriteLine('mvnw: install Maven ' + $env:need_maven + ' or newer, or set MVNW_MAVEN_URL to a mirror')" ^
  "} finally {" ^
  "  if (Test-Path $work) { Remove-Item -Recurse -Force $work }" ^
  "}"
exit /b
