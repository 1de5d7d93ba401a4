@echo off
rem Starts the Memwright workbench on Java 21 or later: memwright-ui [-open FOLDER or FILE.memw] [-data WORKSPACE]
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "JAR=%%j"
:run
rem for a quick start: see the script memwright-ui
"%JAVA%" -Xmx2g -XX:+UseSerialGC -Djava.awt.headless=true -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%~dp0configuration\memwright-ui.jsa" "-Xlog:cds*=off" --enable-native-access=ALL-UNNAMED -Dguice_bytecode_gen_option=DISABLED %MEMWRIGHT_UI_JAVA_OPTIONS% -jar "%JAR%" -install "%~dp0." -name Memwright %*
if %ERRORLEVEL%==23 goto run
