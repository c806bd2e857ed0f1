@echo off
rem Starts the migrator from a release: the jar stands beside this file.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%migrator.jar"
if not exist "%JAR%" set "JAR=%HOME_DIR%migrator-cli\target\migrator.jar"
if not exist "%JAR%" (
  echo migrator: build it first with: mvn -B -DskipTests package 1>&2
  exit /b 2
)
set "OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:NewSize=16m"
set "OPTIONS=%OPTIONS% -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
java %OPTIONS% %MIGRATOR_JAVA_OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
