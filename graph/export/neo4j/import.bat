@echo off
rem Imports this folder into a Neo4j database, which must be stopped. What the database holds is replaced.
rem Usage: import.bat [DATABASE]          NEO4J_ADMIN names the tool where it is not on the path.
setlocal
cd /d "%~dp0"
if "%NEO4J_ADMIN%"=="" set "NEO4J_ADMIN=neo4j-admin"
set "DATABASE=%~1"
if "%DATABASE%"=="" set "DATABASE=neo4j"
call "%NEO4J_ADMIN%" database import full "%DATABASE%" ^
@ARGUMENTS@
