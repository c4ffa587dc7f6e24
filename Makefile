# The commands of this project. Each finds a JDK of version 21 or later by itself and runs Maven on it.
#
# Pass more to Maven with MAVEN_ARGS, such as: make test MAVEN_ARGS='-pl whimbrel-schema'

TRIES ?= 1000
MAVEN = jdk=$$(bin/find-jdk) && JAVA_HOME=$$jdk mvn $(MAVEN_ARGS)

.DEFAULT_GOAL := help
.PHONY: help build check test laws update format run docs bench dist clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r command says; do printf "%-17s %s\n" "$$command" "$$says"; done

build: ## compile everything and put the jars together, without tests
	@$(MAVEN) -q -DskipTests package

check: ## what is quick: format, compiler, floors
	@$(MAVEN) -q spotless:check
	@$(MAVEN) -q verify -Dtest=FloorsTest -Dspotless.check.skip=true

test: ## everything that must hold before a change goes in
	@$(MAVEN) verify

laws: ## the laws, on many more schemas: make laws TRIES=10000
	@$(MAVEN) verify -Dlaws.tries=$(TRIES) -Dpeers.every=1 -Drounds.all=true '-Dtest=*Laws,*LawsTest,*Contract,*ContractTest,ManyProcessesTest,BranchesTest,PeersTest,AllTheWayRoundTest'

update: ## write what the scenarios expect anew; read the difference before you commit it
	@$(MAVEN) verify -Dwhimbrel.update=true -Dspotless.check.skip=true

format: ## lay out all Java code
	@$(MAVEN) -q spotless:apply

run: ## run the command line: make run ARGS='status'
	@./whimbrel $(ARGS)

docs: ## the Java documentation, in target/reports/apidocs
	@$(MAVEN) -q -DskipTests package javadoc:aggregate

bench: dist ## measure every main job beside other tools: make bench BENCH='group=start turns=9'
	@bin/bench $(BENCH)

dist: build ## what people download, tried out: a jar, and an archive for Linux with its own Java
	@bin/dist

clean: ## remove what was built
	@$(MAVEN) -q clean
