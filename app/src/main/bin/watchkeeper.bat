@echo off
rem Finds a JDK 25 or newer and starts Watchkeeper on it. No JVM is started only to ask for its version.
setlocal EnableExtensions DisableDelayedExpansion
set "OLDEST=25"
for %%I in ("%~dp0..") do set "WK_HOME=%%~fI"
set "WK_JAVA="

call :try "%WATCHKEEPER_JAVA_HOME%"
call :try "%WK_HOME%\runtime"
call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%K in ("%%~dp$PATH:J..") do call :try "%%~fK"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"

if not defined WK_JAVA (
    echo watchkeeper: no Java %OLDEST% or newer was found 1>&2
    echo   Install one from https://adoptium.net, or name its folder in JAVA_HOME or WATCHKEEPER_JAVA_HOME 1>&2
    exit /b 1
)

set "WK_WINDOW="
if "%~1"=="" set "WK_WINDOW=1"
if "%~1"=="--on" set "WK_WINDOW=1"
if "%~1"=="shot" set "WK_WINDOW=1"
if "%~1"=="demo" set "WK_WINDOW=1"
if defined WK_WINDOW (
    "%WK_JAVA%\bin\java.exe" -XX:+UseSerialGC -Xmx400m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 --module-path "%WK_HOME%\lib\javafx" --add-modules javafx.controls,javafx.swing --enable-native-access=ALL-UNNAMED,javafx.graphics %WATCHKEEPER_JAVA_OPTIONS% -cp "%WK_HOME%\lib\*" dev.watchkeeper.app.Main %*
) else (
    "%WK_JAVA%\bin\java.exe" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true %WATCHKEEPER_JAVA_OPTIONS% -cp "%WK_HOME%\lib\*" dev.watchkeeper.app.Main %*
)
exit /b %ERRORLEVEL%

:try
if defined WK_JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
    for /f "tokens=1 delims=.-+" %%M in ("%%~V") do if %%M GEQ %OLDEST% set "WK_JAVA=%~1"
)
exit /b 0
