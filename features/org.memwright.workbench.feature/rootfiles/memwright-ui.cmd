@echo off
rem Starts the Memwright workbench on Java 21 or later: memwright-ui [-open FOLDER or FILE.memw] [-data WORKSPACE]
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "JAR=%%j"
:run
"%JAVA%" -Xmx2g --enable-native-access=ALL-UNNAMED -Dguice_bytecode_gen_option=DISABLED %MEMWRIGHT_UI_JAVA_OPTIONS% -jar "%JAR%" -install "%~dp0." -name Memwright %*
if %ERRORLEVEL%==23 goto run
